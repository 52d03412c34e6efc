/** Packs the built tree in the current folder, unsigned, for Linux: `node pack.ts <Electron's distribution> <output>`. */
import { build, Platform } from 'electron-builder';

const [, , electronDist = '', output = ''] = process.argv;
await build({
  publish: 'never',
  targets: Platform.LINUX.createTarget('dir'),
  config: { electronDist, forceCodeSigning: false, directories: { output } },
});
