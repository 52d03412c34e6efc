import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { buildWindow } from './build-window.ts';
import { chromiumOptions } from './chromium-options.ts';
import { serveWindow } from './serve-window.ts';

/** `node test/window/shots.ts ['rules' 'calendar?view=month' …]`: every view in both themes, to look at. */
const into = '/tmp/window-shots';
const everything = [
  'calendar',
  'calendar?view=day',
  'calendar?view=month',
  'calendar?view=agenda',
  'conflicts',
  'rules',
  'holds',
  'activity',
  'health',
  'accounts',
  'settings',
];
const wanted = process.argv.slice(2);
const built = await mkdtemp(join(tmpdir(), 'umbra-window-'));
await buildWindow(built, (process.env.WITHOUT ?? '').split(','));
await mkdir(into, { recursive: true });
const { url, close } = await serveWindow(built);
const browser = await chromium.launch(chromiumOptions);
for (const theme of ['light', 'dark'] as const) {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    colorScheme: theme,
    timezoneId: 'Europe/Berlin',
    locale: 'en-GB',
  });
  page.on('console', (message) => {
    if (message.type() === 'error') console.log(theme, message.text());
  });
  page.on('pageerror', (error) => console.log(theme, String(error)));
  for (const route of wanted.length === 0 ? everything : wanted) {
    const [scene, name] = route.includes('@') ? route.split('@', 2) : ['rich', route];
    await page.goto('about:blank');
    await page.goto(`${url}?scene=${scene ?? 'rich'}#/${name ?? ''}`);
    await page.waitForTimeout(900);
    const file = `${scene === 'rich' ? '' : `${scene ?? ''}-`}${(name ?? '').replace(/\W+/g, '-')}-${theme}.png`;
    await page.screenshot({ path: join(into, file) });
    console.log(join(into, file));
  }
}
await browser.close();
await close();
