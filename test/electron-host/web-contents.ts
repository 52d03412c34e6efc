import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { Frame, Page, Route } from 'playwright-core';
import { toApp, toBrowser } from './addresses.ts';
import { HostEvent } from './app.ts';
import type { HostBrowser } from './browser.ts';
import type { HostIpcMain } from './ipc-main.ts';
import { bridgeScript } from './page-bridge.ts';
import type { Records } from './records.ts';
import type { HostSession } from './session.ts';

export interface ContentsDeps {
  readonly browser: HostBrowser;
  readonly ipcMain: HostIpcMain;
  readonly records: Records;
  readonly session: HostSession;
  readonly preload: string;
}

/** Electron's `webContents`: a page of Chromium whose every request, navigation and call passes the app. */
export class HostContents extends EventEmitter {
  readonly #deps: ContentsDeps;
  readonly #setup = { call: `call${randomUUID()}`, deliver: `deliver${randomUUID()}` };
  #page: Promise<Page> | null = null;
  #openHandler: (() => { action: 'allow' | 'deny' }) | null = null;
  #expected: string | null = null;
  #loading = false;
  #address = '';
  #destroyed = false;

  constructor(deps: ContentsDeps) {
    super();
    this.#deps = deps;
  }

  setWindowOpenHandler(handler: () => { action: 'allow' | 'deny' }): void {
    this.#openHandler = handler;
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  isLoading(): boolean {
    return this.#loading;
  }

  getURL(): string {
    return this.#address;
  }

  async loadURL(address: string): Promise<void> {
    this.#loading = true;
    const page = await this.page();
    this.#expected = address;
    await page.goto(toBrowser(address));
    this.#loading = false;
    this.emit('did-finish-load', {});
  }

  send(name: string, ...args: unknown[]): void {
    const message = structuredClone(args);
    void this.page()
      .then((page) =>
        page.evaluate(
          ({ deliver, name: to, message: what }) =>
            (globalThis as unknown as Record<string, (n: string, a: unknown[]) => void>)[deliver]?.(
              to,
              what,
            ),
          { deliver: this.#setup.deliver, name, message },
        ),
      )
      .catch(() => undefined); // The page went away meanwhile; Electron says nothing either.
  }

  /** The page in Chromium, made when it is first needed and anew after a crash. */
  page(): Promise<Page> {
    this.#page ??= this.#makePage();
    return this.#page;
  }

  async destroy(): Promise<void> {
    this.#destroyed = true;
    if (this.#page !== null) await (await this.#page).close();
  }

  async #makePage(): Promise<Page> {
    const { browser, ipcMain, preload } = this.#deps;
    const context = await browser.context();
    const blank = context.pages().find((page) => page.url() === 'about:blank');
    const page = blank ?? (await context.newPage());
    const { call } = this.#setup;
    await page.exposeBinding(call, ({ frame }: { frame: Frame }, name: string, args: unknown[]) =>
      ipcMain.carry(frame, name, args),
    );
    await page.addInitScript({
      content: bridgeScript(this.#setup, await readFile(preload, 'utf8')),
    });
    await page.route('**/*', (route) => this.#answer(route));
    page.on('popup', (popup) => void this.#decideOnWindow(popup));
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) this.#address = toApp(frame.url());
    });
    page.on('crash', () => void this.#die(page));
    return page;
  }

  /** Electron goes on in the same window: here the dead page makes way for a new one, and Chromium must not be without any. */
  async #die(dead: Page): Promise<void> {
    this.#page = null;
    this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
    await this.page();
    await dead.close();
  }

  /** Ends the page's process, as a fault in it would. */
  async crash(): Promise<void> {
    const page = await this.page();
    const session = await page.context().newCDPSession(page);
    const died = page.waitForEvent('crash');
    // Never answered: who would answer it is dead.
    void session.send('Page.crash').catch(() => undefined);
    await died;
  }

  async #decideOnWindow(popup: Page): Promise<void> {
    const { action } = this.#openHandler?.() ?? { action: 'allow' };
    if (action === 'allow') throw new Error('The stand-in opens no second window');
    await popup.close();
  }

  async #answer(route: Route): Promise<void> {
    const request = route.request();
    const address = toApp(request.url());
    if (request.isNavigationRequest() && !this.#mayGo(address, request.frame()))
      return route.abort('aborted');
    if (!(await this.#deps.session.lets(address))) {
      this.#deps.records.cancelled.push(address);
      return route.abort('blockedbyclient');
    }
    const init = { method: request.method(), headers: await request.allHeaders() };
    const response = await this.#deps.session.answer(new Request(address, init));
    if (response === null) {
      this.#deps.records.egress.push(address);
      return route.abort('namenotresolved');
    }
    return route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  }

  /** Asks the app about a navigation that it did not begin itself. */
  #mayGo(address: string, frame: Frame): boolean {
    const top = frame.parentFrame() === null;
    if (top && address === this.#expected) {
      this.#expected = null;
      return true;
    }
    const event = Object.assign(new HostEvent(), { url: address, isMainFrame: top });
    if (top) this.emit('will-navigate', event);
    this.emit('will-frame-navigate', event);
    return !event.defaultPrevented;
  }
}
