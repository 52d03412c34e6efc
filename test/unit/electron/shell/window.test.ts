import { glob, readFile } from 'node:fs/promises';
import type { BrowserWindow } from 'electron';
import { describe, expect, it } from 'vitest';
import { windowOptions } from '../../../../electron/shell/create-window.ts';
import { fenceApp } from '../../../../electron/shell/fence.ts';
import { mainWindow } from '../../../../electron/shell/main-window.ts';
import {
  usableBounds,
  windowMemory,
  type Bounds,
} from '../../../../electron/shell/window-memory.ts';

const sources = await Array.fromAsync(glob('electron/**/*.ts'));

describe('the one kind of window', () => {
  it('2 3 4 6 8 11: has no Node, a world and a sandbox of its own, and nothing that weakens them', () => {
    const plan = {
      preload: '/p.cjs',
      session: null as never,
      icon: '/i.png',
      bounds: null,
      dark: false,
    };
    expect(windowOptions(plan).webPreferences).toEqual({
      preload: '/p.cjs',
      session: null,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      safeDialogs: true,
      navigateOnDragDrop: false,
      spellcheck: false,
      disableDialogs: true,
    });
  });

  it.each([
    ['webPreferences', 'electron/shell/create-window.ts'],
    ['new BrowserWindow', null],
    ['webSecurity', null],
    ['allowRunningInsecureContent', null],
    ['experimentalFeatures', null],
    ['enableBlinkFeatures', null],
    ['executeJavaScript', null],
    ['setUsePlainTextEncryption(', null],
    ['setAsDefaultProtocolClient', null],
    ['corsEnabled:', null],
    ['bypassCSP:', null],
    ['file://', null],
  ])('3 6 8 9 10 18: "%s" stands nowhere but in %s', async (words, where) => {
    expect(sources.length).toBeGreaterThan(200);
    const found: string[] = [];
    for (const file of sources) {
      const code = (await readFile(file, 'utf8')).replace(/\/\*[\s\S]*?\*\/|\/\/[^\n'"`]*$/gm, '');
      if (code.includes(words)) found.push(file.replaceAll('\\', '/'));
    }
    expect(found).toEqual(where === null ? [] : [where]);
  });

  it('A8: nothing is fetched or reported by Chromium itself', () => {
    const switches: string[] = [];
    fenceApp({
      enableSandbox: () => undefined,
      on: () => undefined,
      commandLine: { appendSwitch: (name: string) => switches.push(name) },
    } as never);
    expect(switches.sort()).toEqual([
      'disable-background-networking',
      'disable-component-update',
      'disable-domain-reliability',
      'disable-sync',
      'no-pings',
    ]);
  });

  it('4: the sandbox is on before anything else of the app', () => {
    const calls: string[] = [];
    const app = {
      enableSandbox: () => calls.push('sandbox'),
      on: (event: string) => calls.push(event),
      commandLine: { appendSwitch: () => calls.push('switch') },
    };
    fenceApp(app as never);
    expect(calls[0]).toBe('sandbox');
    expect(calls).toContain('web-contents-created');
    const main = sources.find((file) => file.endsWith('electron/main.ts')) ?? 'electron/main.ts';
    return readFile(main, 'utf8').then((code) => {
      expect(code.indexOf('\nfenceApp(app)')).toBeGreaterThan(0);
      expect(code.indexOf('\nfenceApp(app)')).toBeLessThan(code.indexOf('whenReady'));
      expect(code).not.toMatch(/^await /m);
    });
  });
});

/** A window that remembers what was done to it. */
function fakeWindow(calls: string[]) {
  const listeners = new Map<string, (event: { preventDefault(): void }) => void>();
  const window = {
    on: (event: string, listener: () => void) => listeners.set(event, listener),
    once: (event: string, listener: () => void) => listeners.set(event, listener),
    loadURL: (address: string) => Promise.resolve(calls.push(`load ${address}`)),
    getNormalBounds: () => ({ x: 1, y: 2, width: 900, height: 700 }),
    isMinimized: () => true,
    isVisible: () => true,
    setContentProtection: (on: boolean) => calls.push(`protect ${on}`),
    ...Object.fromEntries(
      ['show', 'hide', 'focus', 'restore'].map((name) => [name, () => calls.push(name)]),
    ),
  };
  const happen = (event: string): void =>
    listeners.get(event)?.({ preventDefault: () => calls.push('prevented') });
  return { window: window as unknown as BrowserWindow, happen };
}

function rig(kept: Record<string, unknown> = {}) {
  const calls: string[] = [];
  const fake = fakeWindow(calls);
  const memory = windowMemory({
    get: (key) => kept[key],
    set: (key, value) => (kept[key] = value),
  });
  const main = mainWindow({
    memory,
    screens: () => [{ x: 0, y: 0, width: 1920, height: 1080 }],
    fit: usableBounds,
    navigate: (route) => calls.push(`go ${route}`),
    explainTray: () => calls.push('explain'),
    make: (bounds) => {
      calls.push(`make ${JSON.stringify(bounds)}`);
      return fake.window;
    },
  });
  return { main, calls, kept, happen: fake.happen };
}

describe('the window', () => {
  it('is made when first shown, and shows itself once painted', () => {
    const { main, calls, happen } = rig();
    main.show();
    happen('ready-to-show');
    expect(calls).toEqual(['make null', 'protect false', 'load app://umbra/index.html', 'show']);
  });

  it('opens at a route, and is led to one when it is there', () => {
    const { main, calls } = rig();
    main.show('rules');
    main.show('conflicts');
    expect(calls.slice(2)).toEqual([
      'load app://umbra/index.html#/rules',
      'restore',
      'show',
      'focus',
      'go conflicts',
    ]);
  });

  it('E6: hides when it is closed, remembers its place, and explains that once', () => {
    const { main, calls, kept, happen } = rig();
    main.show();
    calls.length = 0;
    happen('close');
    happen('close');
    expect(calls).toEqual(['prevented', 'hide', 'explain', 'prevented', 'hide']);
    expect(kept).toEqual({ bounds: { x: 1, y: 2, width: 900, height: 700 }, trayExplained: true });
  });

  it('E13: really closes when the program quits', () => {
    const { main, calls, happen } = rig();
    main.show();
    main.letGo();
    calls.length = 0;
    happen('close');
    happen('closed');
    expect([calls, main.current()]).toEqual([[], null]);
  });

  it('E12: keeps out of screen sharing as the settings say, also when made later', () => {
    const { main, calls } = rig();
    main.protectContent(true);
    main.show();
    main.protectContent(true);
    main.protectContent(false);
    expect(calls.filter((call) => call.startsWith('protect'))).toEqual([
      'protect true',
      'protect false',
    ]);
  });

  it('takes what it remembers for nothing if it is nonsense', () => {
    const { main, calls } = rig({ bounds: { x: 'left' }, trayExplained: 3 });
    main.show();
    expect(calls[0]).toBe('make null');
  });

  it.each<[string, Bounds, boolean]>([
    ['on a screen', { x: 100, y: 100, width: 900, height: 700 }, true],
    ['half off a screen', { x: -700, y: 100, width: 900, height: 700 }, true],
    ['on a screen that is gone', { x: 3000, y: 100, width: 900, height: 700 }, false],
    ['below every screen', { x: 0, y: 1070, width: 900, height: 700 }, false],
  ])('comes back %s: %j %s', (_where, bounds, usable) => {
    const screens = [{ x: 0, y: 0, width: 1920, height: 1080 }];
    expect(usableBounds(bounds, screens)).toEqual(usable ? bounds : null);
  });
});
