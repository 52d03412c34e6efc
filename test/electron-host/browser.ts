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
    this.#context ??= this.#launch();
    return this.#context;
  }

  async #launch(): Promise<BrowserContext> {
    const context = await chromium.launchPersistentContext(this.folder(), {
      executablePath: findBrowser(),
      headless: true,
      viewport: null,
      args: quiet,
    });
    // What the app's own pages may load they ask the app; nothing else loads anything.
    await context.route('**/*', (route) => route.abort());
    return context;
  }

  async close(): Promise<void> {
    if (this.#context === null) return;
    const context = await this.#context;
    await context.close();
  }
}
