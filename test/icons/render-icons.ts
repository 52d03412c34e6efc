/** Draws every icon of `assets/icons` anew from its drawing: `npm run icons`. Needs a Chromium. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { findBrowser } from '../electron-host/find-browser.ts';
import { icns, ico, type Picture } from './containers.ts';
import { trayDrawing, trayStates, type TrayState } from './tray-drawings.ts';

const folder = join(import.meta.dirname, '../../assets/icons');
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

/** The colours on a light panel, on a dark one, and of a template that macOS colours itself. */
const looks = {
  light: { color: '#1f2430', accent: '#c2410c' },
  dark: { color: '#f4f6fb', accent: '#ffb020' },
  template: { color: '#000000', accent: '#000000' },
} as const;

const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
const page = await browser.newPage();
await mkdir(join(folder, 'png'), { recursive: true });
await mkdir(join(folder, 'tray'), { recursive: true });
await drawApp(page);
for (const state of trayStates) await drawTray(page, state);
await browser.close();

async function drawApp(on: Page): Promise<void> {
  const svg = await readFile(join(folder, 'umbra.svg'), 'utf8');
  const pictures: Picture[] = [];
  for (const size of sizes) pictures.push({ size, png: await picture(on, svg, size) });
  for (const { size, png } of pictures) await writeFile(join(folder, 'png', `${size}.png`), png);
  const small = pictures.filter(({ size }) => size <= 256);
  await writeFile(join(folder, 'umbra.ico'), ico(small));
  await writeFile(join(folder, 'umbra.icns'), icns(pictures));
}

async function drawTray(on: Page, state: TrayState): Promise<void> {
  const save = (name: string, content: Buffer): Promise<void> =>
    writeFile(join(folder, 'tray', name), content);
  for (const look of ['light', 'dark'] as const) {
    const { color, accent } = looks[look];
    const svg = trayDrawing(state, color, accent);
    await save(`${state}-${look}.png`, await picture(on, svg, 24));
    await save(`${state}-${look}@2x.png`, await picture(on, svg, 48));
    const pictures: Picture[] = [];
    for (const size of [16, 20, 24, 32, 48])
      pictures.push({ size, png: await picture(on, svg, size) });
    await save(`${state}-${look}.ico`, ico(pictures));
  }
  const { color, accent } = looks.template;
  const svg = trayDrawing(state, color, accent);
  await save(`${state}Template.png`, await picture(on, svg, 16));
  await save(`${state}Template@2x.png`, await picture(on, svg, 32));
}

/** One drawing at one size, on a clear ground. */
async function picture(on: Page, svg: string, size: number): Promise<Buffer> {
  await on.setViewportSize({ width: size, height: size });
  const source = Buffer.from(svg).toString('base64');
  await on.setContent(
    `<style>*{margin:0}img{display:block;width:${size}px;height:${size}px}</style><img src="data:image/svg+xml;base64,${source}">`,
  );
  await on.locator('img').evaluate((image: HTMLImageElement) => image.decode());
  return on.screenshot({ omitBackground: true });
}
