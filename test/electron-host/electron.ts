/**
 * What `import … from 'electron'` means where the tests run the built app under Node. Implements what the app uses and throws
 * on the rest. The only place here with state of its own: Electron's module is one, too.
 */
import { join } from 'node:path';
import { HostApp } from './app.ts';
import { HostBrowser } from './browser.ts';
import { browserWindowApi } from './browser-window.ts';
import { obeyTests } from './control.ts';
import { HostIpcMain } from './ipc-main.ts';
import { menuApi } from './menu.ts';
import { HostNotification } from './notification.ts';
import { Records } from './records.ts';
import { safeStorageApi } from './safe-storage.ts';
import { sessionApi } from './session.ts';
import {
  clipboardApi,
  dialogApi,
  HostClipboardItem,
  hostCrashReporter,
  HostNet,
  HostPower,
  hostScreen,
  HostTheme,
  shellApi,
} from './small-parts.ts';
import { strict, strictClass } from './strict.ts';
import { HostTray } from './tray.ts';

const records = new Records();
const host = new HostApp(join(import.meta.dirname, '../..'), closeAll);
const browser = new HostBrowser(() => host.getPath('userData'));
const hostIpcMain = new HostIpcMain();
const sessions = sessionApi();
const hostNet = new HostNet();
const power = new HostPower();

/** Closes every window; false where one held it up. */
async function closeAll(): Promise<boolean> {
  for (const window of records.windows) window.close();
  return Promise.resolve(records.windows.every((window) => window.isDestroyed()));
}

host.on('host-exit', (code: number) => void browser.close().finally(() => process.exit(code)));
obeyTests({ app: host, browser, records, ipcMain: hostIpcMain, net: hostNet, power, sessions });

export const app = strict('app', host);
export const ipcMain = strict('ipcMain', hostIpcMain);
export const session = strict('session', sessions.session);
export const protocol = strict('protocol', sessions.protocol);
export const net = strict('net', hostNet);
export const powerMonitor = strict('powerMonitor', power);
export const nativeTheme = strict('nativeTheme', new HostTheme());
export const screen = strict('screen', hostScreen);
export const clipboard = strict('clipboard', clipboardApi(records));
export const ClipboardItem = HostClipboardItem;
export const dialog = strict('dialog', dialogApi(records));
export const shell = strict('shell', shellApi(records));
export const crashReporter = strict('crashReporter', hostCrashReporter);
export const safeStorage = strict(
  'safeStorage',
  safeStorageApi(() => host.getPath('userData')),
);
export const Menu = strict('Menu', menuApi(records));
export const BrowserWindow = browserWindowApi({
  browser,
  ipcMain: hostIpcMain,
  records,
  created: (contents) => void host.emit('web-contents-created', {}, contents),
  closed: () => {
    if (records.windows.every((window) => window.isDestroyed())) host.emit('window-all-closed');
  },
});

export const Tray = strictClass('Tray', HostTray, (tray) => void records.trays.push(tray));
export const Notification = strictClass(
  'Notification',
  HostNotification,
  (notification) => void records.notifications.push(notification),
);

export default strict('electron', { app, ipcMain, shell });
