import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AfterPackContext } from 'electron-builder';
import { fuses, withFuses } from './fuses.ts';

/** Flips the fuses in the packed binary, before it is signed. The packager's own list lacks the ninth of them. */
export default async function afterPack(context: AfterPackContext): Promise<void> {
  const file = fuseFile(context);
  const { mode } = await stat(file);
  const flipped = withFuses(await readFile(file), Object.values(fuses));
  await writeFile(file, flipped, { mode });
  // Sets nothing, but renews the ad-hoc signature that an unsigned build for a Mac needs.
  const renew = { version: '1', resetAdHocDarwinSignature: true } as never;
  if (context.electronPlatformName === 'darwin')
    await context.packager.addElectronFuses(context, renew);
}

/** Where the wire lies: on a Mac in Electron's framework, elsewhere in the program itself. */
function fuseFile({ appOutDir, electronPlatformName, packager }: AfterPackContext): string {
  const name = packager.appInfo.productFilename;
  switch (electronPlatformName) {
    case 'darwin':
    case 'mas':
      return join(
        appOutDir,
        `${name}.app/Contents/Frameworks/Electron Framework.framework/Electron Framework`,
      );
    case 'win32':
      return join(appOutDir, `${name}.exe`);
    default:
      return join(appOutDir, (packager as unknown as { executableName: string }).executableName);
  }
}
