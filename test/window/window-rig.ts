import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { settled } from './accessible.ts';
import { servedBuild, type BuiltWindow } from './build-window.ts';

export interface WindowRig {
  /** Loads the window anew at a place, where nothing of what was there before is left, and waits until it is at rest. */
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

/**
 * The window on made-up data for a file of tests: as it ships, or `talkative`, with React's warnings. A test fails whose page
 * broke the content policy or complained.
 */
export function windowRig({ talkative = false } = {}): WindowRig {
  let browser: Browser;
  let own: BuiltWindow | null = null;
  let page: Page | null = null;
  const complaints: string[] = [];

  beforeAll(async () => {
    if (talkative) own = await servedBuild({ talkative });
    browser = await chromium.connect(inject('window').browser);
  });
  afterAll(async () => {
    await browser.close();
    await own?.close();
  });
  afterEach(async ({ task }) => {
    await page?.goto('about:blank');
    // One page for all tests, since a new one is dear; but none that a test left in the middle of a drag.
    if (task.result?.state === 'fail') {
      await page?.context().close();
      page = null;
    }
    expect(complaints.splice(0)).toEqual([]);
  });

  return {
    open: async (at, size = { width: 1440, height: 900 }) => {
      page ??= await newPage(browser, complaints);
      // Another hash alone would not load it anew.
      if (page.url() !== 'about:blank') await page.goto('about:blank');
      await page.setViewportSize(size);
      await page.mouse.move(0, 0);
      await page.emulateMedia(plainLooks);
      await page.goto((own ?? inject('window')).url + at);
      await settled(page);
      return page;
    },
    asked: async (channel) => {
      const calls = await page?.evaluate(
        () => (globalThis as unknown as { umbraCalls: Called[] }).umbraCalls,
      );
      return (calls ?? []).filter((call) => call.channel === channel).map(({ input }) => input);
    },
  };
}

const plainLooks = {
  media: null,
  colorScheme: 'light',
  contrast: 'no-preference',
  forcedColors: 'none',
  reducedMotion: 'reduce',
} as const;

async function newPage(browser: Browser, complaints: string[]): Promise<Page> {
  const page = await browser.newPage({ timezoneId: 'Europe/Berlin', locale: 'en-GB' });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return page;
}
