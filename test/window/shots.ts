import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { settled } from './accessible.ts';
import { servedBuild } from './build-window.ts';
import { chromiumOptions } from './chromium-options.ts';
import { moments, type Moment } from './moments.ts';
import { routes } from './routes.ts';
import { trayPage } from './tray-picture.ts';

/**
 * `npm run shots [-- name …]`: pictures of every view in both themes, of moments in one, and of the tray's menu (`tray`), to
 * look at. Without names they go where they are kept; a name that is no moment is a route (`rules`, `calendar?view=month`),
 * and named ones go to /tmp.
 */
const kept = join(import.meta.dirname, '../e2e/__screenshots__');
const aside = join(tmpdir(), 'umbra-shots');
/** Of the moments, those that are kept, light only. */
const told = [
  'details',
  'palette',
  'seen-as',
  'zoom-200',
  'contrast',
  'forced',
  'failing',
  'rule-paused',
  'renamed',
];

const names = process.argv.slice(2);
const into = names.length === 0 ? kept : aside;
const momentOf = (name: string): Moment =>
  moments.find((moment) => moment.name === name) ?? {
    name: name.replace(/\W+/g, '-'),
    at: `#/${name}`,
    reach: () => Promise.resolve(),
  };

await mkdir(into, { recursive: true });
const { url, close } = await servedBuild();
const browser = await chromium.launch(chromiumOptions);

async function shoot(
  { name, at, zoom = 1, reach }: Moment,
  theme: 'light' | 'dark',
): Promise<void> {
  const page = await browser.newPage({
    viewport: { width: 1280 / zoom, height: 800 / zoom },
    deviceScaleFactor: zoom,
    colorScheme: theme,
    reducedMotion: 'reduce',
    timezoneId: 'Europe/Berlin',
    locale: 'en-GB',
  });
  page.on('pageerror', (error) => console.log(theme, name, String(error)));
  await page.goto(url + at);
  await ready(page);
  await reach(page);
  await ready(page);
  await page.screenshot({ path: join(into, `${name}-${theme}.png`) });
  await page.close();
}

async function shootTray(theme: 'light' | 'dark'): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 908, height: 100 } });
  await page.setContent(await trayPage(theme));
  await page.screenshot({ path: join(into, `tray-${theme}.png`), fullPage: true });
  await page.close();
}

/** What is shown is whole: read, and drawn. */
async function ready(page: Page): Promise<void> {
  await settled(page);
  await page.waitForTimeout(200);
  await settled(page);
}

for (const theme of ['light', 'dark'] as const) {
  for (const name of names.length === 0 ? routes : names)
    if (name !== 'tray') await shoot(momentOf(name), theme);
  if (names.length === 0 || names.includes('tray')) await shootTray(theme);
}
if (names.length === 0) for (const name of told) await shoot(momentOf(name), 'light');
await browser.close();
await close();
console.log(`Pictures are in ${into}`);
