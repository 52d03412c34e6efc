import { join } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';
import { findBrowser } from './find-browser.ts';

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--remote-debugging-port=0',
];

/** Chromium for one app: started with the first window, its data in the app's own folder. */
export class HostBrowser {
  readonly #userData: () => string;
  #context: Promise<BrowserContext> | null = null;

  constructor(userData: () => string) {
    this.#userData = userData;
  }

  /** Where Chromium writes the address under which a test driver finds it. */
  folder(): string {
    return join(this.#userData(), 'chromium');
  }

  context(): Promise<BrowserContext> {
    this.#context ??= chromium.launchPersistentContext(this.folder(), {
      executablePath: findBrowser(),
      headless: true,
      viewport: null,
      args: quiet,
    });
    return this.#context;
  }

  async close(): Promise<void> {
    if (this.#context === null) return;
    const context = await this.#context;
    await context.close();
  }
}
