import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** As much of an Electron distribution as the packager touches: a binary with a fuse wire of nine, as it is downloaded. */
export async function stubElectron(folder: string, version: string): Promise<string> {
  await mkdir(join(folder, 'locales'), { recursive: true });
  const binary = Buffer.concat([
    Buffer.from('stub dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
    Buffer.from([1, 9]),
    Buffer.from('100110001 stub'),
  ]);
  await writeFile(join(folder, 'electron'), binary, { mode: 0o755 });
  await writeFile(join(folder, 'version'), version);
  await writeFile(join(folder, 'LICENSE'), 'stub');
  await writeFile(join(folder, 'locales', 'en-US.pak'), 'stub');
  return folder;
}
