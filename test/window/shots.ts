import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { buildWindow } from './build-window.ts';
import { chromiumOptions } from './chromium-options.ts';
import { moments, type Moment } from './moments.ts';
import { serveWindow } from './serve-window.ts';

/**
 * `node test/window/shots.ts [name …]`: pictures of every view and moment in both themes, to look at. A name that is no
 * moment is a route: `rules`, `calendar?view=month`. `WITHOUT=rules,holds` leaves features out of the build.
 */
const into = '/tmp/window-shots';
const routes = [
  'calendar',
  'calendar?view=day',
  'calendar?view=workweek',
  'calendar?view=month',
  'calendar?view=agenda',
  'conflicts',
  'conflicts?tab=find',
  'rules',
  'holds',
  'activity',
  'health',
  'privacy',
  'accounts',
  'settings',
];
const ofRoute = (route: string): Moment => ({
  name: route.replace(/\W+/g, '-'),
  at: `#/${route}`,
  reach: () => Promise.resolve(),
});
const names = process.argv.slice(2);
const wanted =
  names.length === 0
    ? [...routes.map(ofRoute), ...moments]
    : names.map((name) => moments.find((moment) => moment.name === name) ?? ofRoute(name));

const built = await mkdtemp(join(tmpdir(), 'umbra-window-'));
await buildWindow(built, { without: (process.env.WITHOUT ?? '').split(',') });
await mkdir(into, { recursive: true });
const { url, close } = await serveWindow(built);
const browser = await chromium.launch(chromiumOptions);
for (const theme of ['light', 'dark'] as const)
  for (const { name, at, zoom = 1, reach } of wanted) {
    const page = await browser.newPage({
      viewport: { width: 1440 / zoom, height: 900 / zoom },
      deviceScaleFactor: zoom,
      colorScheme: theme,
      timezoneId: 'Europe/Berlin',
      locale: 'en-GB',
    });
    page.on('console', (message) => {
      if (message.type() === 'error') console.log(theme, name, message.text());
    });
    page.on('pageerror', (error) => console.log(theme, name, String(error)));
    await page.goto(url + at);
    await page.waitForTimeout(700);
    await reach(page).catch((error: unknown) => console.log(theme, name, String(error)));
    await page.waitForTimeout(500);
    await page.screenshot({ path: join(into, `${name}-${theme}.png`) });
    await page.close();
  }
await browser.close();
await close();
