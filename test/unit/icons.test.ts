import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { trayIcon } from '../../electron/shell/tray-icon.ts';
import { trayStates } from '../icons/tray-drawings.ts';

/** Width and height as a PNG says them. */
async function sizeOf(file: string): Promise<[number, number]> {
  const png = await readFile(file);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

describe('the icons', () => {
  it.each([16, 24, 32, 48, 64, 128, 256, 512, 1024])('are there at %d pixels', async (size) => {
    expect(await sizeOf(`assets/icons/png/${size}.png`)).toEqual([size, size]);
  });

  it.each(trayStates)('show the tray as %s on every system, light and dark', async (state) => {
    for (const platform of ['darwin', 'win32', 'linux'] as const)
      for (const dark of [true, false]) {
        const file = trayIcon('assets/icons/tray', state, { platform, dark });
        if (platform === 'win32') expect((await readFile(file)).readUInt16LE(4)).toBe(5);
        else expect(await sizeOf(file)).toEqual(platform === 'darwin' ? [16, 16] : [24, 24]);
        const twice = file.replace(/\.png$/, '@2x.png');
        if (twice !== file) expect((await sizeOf(twice))[0]).toBe((await sizeOf(file))[0] * 2);
      }
  });

  it('hold what Windows and macOS look for', async () => {
    const ico = await readFile('assets/icons/umbra.ico');
    expect([ico.readUInt16LE(2), ico.readUInt16LE(4)]).toEqual([1, 7]);
    const icns = await readFile('assets/icons/umbra.icns');
    expect(icns.subarray(0, 4).toString()).toBe('icns');
    expect(icns.readUInt32BE(4)).toBe(icns.length);
  });
});
