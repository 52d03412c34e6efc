import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions } from 'electron';
import { HostEvent } from './app.ts';
import type { HostSession } from './session.ts';
import { strict, strictClass } from './strict.ts';
import { HostContents, type ContentsDeps } from './web-contents.ts';

export interface WindowHost extends Omit<ContentsDeps, 'session' | 'preload'> {
  readonly created: (contents: HostContents) => void;
  readonly closed: () => void;
}

/** Electron's `BrowserWindow`. Headless, so that shown and hidden are only what the app last said. */
export class HostWindow extends EventEmitter {
  readonly options: BrowserWindowConstructorOptions;
  readonly webContents: HostContents;
  contentProtected = false;
  #visible: boolean;
  #destroyed = false;
  readonly #host: WindowHost;

  constructor(options: BrowserWindowConstructorOptions, host: WindowHost) {
    super();
    const { preload = '', session } = options.webPreferences ?? {};
    this.options = options;
    this.#host = host;
    this.#visible = options.show ?? true;
    const contents = new HostContents({
      ...host,
      session: session as unknown as HostSession,
      preload,
    });
    this.webContents = strict('WebContents', contents);
  }

  async loadURL(address: string): Promise<void> {
    await this.webContents.loadURL(address);
    this.emit('ready-to-show', {});
  }

  show(): void {
    this.#visible = true;
    this.emit('show', {});
  }
  hide(): void {
    this.#visible = false;
    this.emit('hide', {});
  }
  focus(): void {
    this.emit('focus', {});
  }
  restore(): void {
    this.emit('restore', {});
  }
  isVisible(): boolean {
    return this.#visible;
  }
  isMinimized(): boolean {
    return false;
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }
  setContentProtection(on: boolean): void {
    this.contentProtected = on;
  }
  getNormalBounds(): { x: number; y: number; width: number; height: number } {
    const { x = 0, y = 0, width = 800, height = 600 } = this.options;
    return { x, y, width, height };
  }

  /** A person's click on the cross. */
  close(): void {
    const event = new HostEvent();
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }

  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.#visible = false;
    void this.webContents.destroy();
    this.emit('closed', {});
    this.#host.closed();
  }
}

/** The class that the app constructs, bound to its host. */
export function browserWindowApi(
  host: WindowHost,
): new (options: BrowserWindowConstructorOptions) => HostWindow {
  class BrowserWindow extends HostWindow {
    constructor(options: BrowserWindowConstructorOptions) {
      super(options, host);
    }
  }
  return strictClass('BrowserWindow', BrowserWindow, (window) => {
    host.records.windows.push(window);
    host.created(window.webContents);
  });
}
