import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { chromiumOptions } from '../window/chromium-options.ts';
import { serveWindow } from '../window/serve-window.ts';
import { buildPages } from './build-pages.ts';

export interface PagesRig {
  /** Opens the window at a place, in a context of its own that ends with the test. */
  readonly open: (at: string, size?: Size) => Promise<Page>;
  /** The input of every call of a kind that the page made to the program. */
  readonly asked: (channel: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Called {
  readonly channel: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** The window on made-up data for a file of tests; a test fails whose page broke the content policy or complained. */
export function pagesRig(): PagesRig {
  let browser: Browser;
  let served: Awaited<ReturnType<typeof serveWindow>>;
  let built: string;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    built = await mkdtemp(join(tmpdir(), 'umbra-pages-'));
    await buildPages(built);
    served = await serveWindow(built);
    browser = await chromium.launch(chromiumOptions);
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
    await rm(built, { recursive: true });
  });
  afterEach(async () => {
    await page.context().close();
    expect(complaints.splice(0)).toEqual([]);
  });

  return {
    open: async (at, viewport = { width: 1440, height: 900 }) => {
      const context = await browser.newContext({
        viewport,
        colorScheme: 'light',
        reducedMotion: 'reduce',
        timezoneId: 'Europe/Berlin',
        locale: 'en-GB',
      });
      page = await context.newPage();
      page.on('pageerror', ({ message }) => complaints.push(message));
      page.on('console', (message) => {
        if (/Content Security Policy|Maximum update|not wrapped/i.test(message.text()))
          complaints.push(message.text());
      });
      await page.goto(served.url + at);
      return page;
    },
    asked: async (channel) => {
      const calls = await page.evaluate(
        () => (globalThis as unknown as { umbraCalls: Called[] }).umbraCalls,
      );
      return calls.filter((call) => call.channel === channel).map(({ input }) => input);
    },
  };
}
