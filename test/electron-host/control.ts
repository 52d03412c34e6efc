import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HostApp } from './app.ts';
import type { HostBrowser } from './browser.ts';
import type { HostIpcMain } from './ipc-main.ts';
import type { Records } from './records.ts';
import type { sessionApi } from './session.ts';
import type { HostNet, HostPower } from './small-parts.ts';

export interface Controlled {
  readonly app: HostApp;
  readonly browser: HostBrowser;
  readonly records: Records;
  readonly ipcMain: HostIpcMain;
  readonly net: HostNet;
  readonly power: HostPower;
  readonly sessions: ReturnType<typeof sessionApi>;
}

/** What a test in another process may ask of the host: to look, to click, to let the machine sleep. */
export function controls({ app, browser, records, ipcMain, net, power, sessions }: Controlled) {
  const last = <T>(things: readonly T[], what: string): T => {
    const thing = things.at(-1);
    if (thing === undefined) throw new Error(`There is no ${what}`);
    return thing;
  };
  return {
    /** Where Chromium can be reached. */
    endpoint: async () => {
      await browser.context();
      const text = await readFile(join(browser.folder(), 'DevToolsActivePort'), 'utf8');
      return `http://127.0.0.1:${text.split('\n', 1)[0] ?? ''}`;
    },
    tray: () => {
      const { image, toolTip, menu } = last(records.trays, 'tray');
      return { image, toolTip, lines: menu?.lines() ?? [] };
    },
    clickTray: (...path: string[]) => last(records.trays, 'tray').menu?.find(path).press(),
    clickTrayIcon: () => void last(records.trays, 'tray').emit('click', {}),
    menu: () => records.menu?.lines() ?? [],
    clickMenu: (...path: string[]) => records.menu?.find(path).press(),
    notifications: () =>
      records.notifications
        .filter(({ shown }) => shown)
        .map(({ title, body }) => ({ title, body })),
    clickNotification: (title: string) =>
      void records.notifications.findLast((one) => one.title === title)?.emit('click', {}),
    window: () => {
      const window = last(records.windows, 'window');
      const { options, contentProtected } = window;
      return { visible: window.isVisible(), title: options.title, contentProtected };
    },
    /** Where the window's page is, and what it says. */
    reads: async () => {
      const { webContents } = last(records.windows, 'window');
      const page = await webContents.page();
      return { address: webContents.getURL(), text: await page.innerText('body') };
    },
    crashWindow: () => last(records.windows, 'window').webContents.crash(),
    closeWindow: () => last(records.windows, 'window').close(),
    answerDialog: (path: string | null) => void records.dialogAnswers.push(path),
    dialogs: () => records.dialogs,
    openedLinks: () => records.openedLinks,
    clipboard: () => records.clipboard,
    traffic: () => ({ egress: records.egress, cancelled: records.cancelled }),
    channels: () => ipcMain.channels(),
    syncListeners: () => ipcMain.eventNames().map(String),
    schemes: () => sessions.schemes,
    setOnline: (online: boolean) => void (net.online = online),
    power: (event: string) => void power.emit(event),
    switches: () => ({ sandboxed: app.sandboxed, switches: app.switches }),
    quit: () => app.quit(),
  };
}

export type Controls = ReturnType<typeof controls>;

/** Answers the tests' questions, one message each, for as long as the process that asks is there. */
export function obeyTests(controlled: Controlled): void {
  const answers = controls(controlled) as unknown as Record<
    string,
    (...args: unknown[]) => unknown
  >;
  process.on('message', (message: { id: number; ask: string; args: unknown[] }) => {
    const { id, ask, args } = message;
    void Promise.resolve()
      .then(() => answers[ask]?.(...args))
      .then(
        (value) => process.send?.({ id, value }),
        (error: unknown) => process.send?.({ id, error: String(error) }),
      );
  });
}
