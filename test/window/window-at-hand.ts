import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { servedBuild } from './build-window.ts';
import { chromiumOptions } from './chromium-options.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly window: {
      /** Where the window as it ships is served, and the folder that it was built into. */
      readonly url: string;
      readonly folder: string;
      /** Where the browser is reached. */
      readonly browser: string;
    };
  }
}

/** Builds the window and starts a browser, once for all files of tests that look at it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, folder, close } = await servedBuild();
  const browser = await chromium.launchServer(chromiumOptions);
  project.provide('window', { url, folder, browser: browser.wsEndpoint() });
  return async () => {
    await browser.close();
    await close();
  };
}
