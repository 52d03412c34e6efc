import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type Page } from 'playwright-core';
import { buildWindow } from '../window/build-window.ts';
import { chromiumOptions } from '../window/chromium-options.ts';
import { serveWindow } from '../window/serve-window.ts';
import { standIn } from '../window/stand-in-marks.ts';
import { figure, type Figure } from './measure.ts';

const rounds = 5;
const views = ['day', 'workweek', 'week', 'month', 'agenda'] as const;
const median = (times: number[]): number =>
  times.toSorted((a, b) => a - b)[times.length >> 1] ?? NaN;

/** The window as it ships, on 5,000 events of 20 calendars: how soon it shows them, and how soon another view. */
export async function window(): Promise<readonly Figure[]> {
  const built = await mkdtemp(join(tmpdir(), 'umbra-bench-window-'));
  await buildWindow(built);
  const { url, close } = await serveWindow(built);
  const browser = await chromium.launch(chromiumOptions);
  try {
    const starts: number[] = [];
    for (let round = 0; round <= rounds; round++) starts.push(await start(browser, url));
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${url}?scene=dense#/calendar?view=week&date=2026-11-09`);
    await shown(page);
    const switches: Figure[] = [];
    for (const view of views) {
      const times: number[] = [];
      for (let round = 0; round < rounds; round++) times.push(await switchTo(page, view));
      switches.push(figure(`window, switch to ${view}`, median(times), 'ms', 400));
    }
    // The first start has the browser's own to wait for as well.
    return [
      figure('window, start with 5,000 events', median(starts.slice(1)), 'ms', 1_000),
      ...switches,
      figure('window, all of it gzipped', await packed(join(built, 'window')), 'kB', 350),
    ];
  } finally {
    await browser.close();
    await close();
    await rm(built, { recursive: true });
  }
}

/** From the first byte asked for to events on the screen. */
async function start(browser: Browser, url: string): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${url}?scene=dense#/calendar?view=week&date=2026-11-09`);
  const took = await shown(page);
  await page.close();
  return took;
}

/** Waits for events on the screen; since when the page was asked for, ms, without what the stand-in for the app takes. */
function shown(page: Page): Promise<number> {
  return page.evaluate(async ({ begins, ready }) => {
    while (document.querySelectorAll('main section[aria-label="Calendar"] bdi').length < 8)
      await new Promise((done) => requestAnimationFrame(done));
    return performance.now() - performance.measure('stand-in', begins, ready).duration;
  }, standIn);
}

/** From the click to the frame that shows other boxes; there and away again, so that each round begins elsewhere. */
function switchTo(page: Page, view: string): Promise<number> {
  return page.evaluate(async (view) => {
    const frames = async (count: number): Promise<void> => {
      for (let i = 0; i < count; i++) await new Promise((done) => requestAnimationFrame(done));
    };
    const drawn = async (view: string): Promise<void> => {
      const before = document.querySelector('main section[aria-label="Calendar"] bdi');
      location.hash = `#/calendar?view=${view}&date=2026-11-09`;
      while (
        before?.isConnected === true ||
        document.querySelectorAll('main section[aria-label="Calendar"] bdi').length < 8
      )
        await frames(1);
    };
    await drawn(view === 'agenda' ? 'week' : 'agenda');
    await new Promise((done) => setTimeout(done, 300));
    const from = performance.now();
    await drawn(view);
    return performance.now() - from;
  }, view);
}

async function packed(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(
    files
      .filter((file) => file.isFile())
      .map(async (file) => gzipSync(await readFile(join(file.parentPath, file.name))).length),
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 1_000;
}
