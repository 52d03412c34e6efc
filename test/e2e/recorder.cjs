/**
 * Runs inside Electron before the app (`electron -r recorder.cjs .`): keeps what the app puts on screen outside its window,
 * and answers dialogs as a test laid ready. It wraps Electron's own functions and changes nothing else.
 */
'use strict';
const electron = require('electron');

const records = { tray: null, menu: null, windows: [], notifications: [] };
const kept = {
  links: [],
  clipboard: [],
  dialogs: [],
  answers: [],
  egress: [],
  channels: new Set(),
};

/** Calls `before` with what the app gives, then the real function. */
function wrap(owner, name, before) {
  const real = owner[name];
  owner[name] = function (...args) {
    before.call(this, ...args);
    return real.apply(this, args);
  };
}

for (const [method, field] of [
  ['setImage', 'image'],
  ['setToolTip', 'toolTip'],
  ['setContextMenu', 'menu'],
])
  wrap(electron.Tray.prototype, method, function (value) {
    records.tray ??= { image: '', toolTip: '', menu: null };
    records.tray.self = this;
    records.tray[field] = value;
  });
wrap(electron.Menu, 'setApplicationMenu', (menu) => (records.menu = menu));
wrap(electron.Notification.prototype, 'show', function () {
  records.notifications.push(this);
});
wrap(electron.ipcMain, 'handle', (channel) => kept.channels.add(channel));
electron.app.on('browser-window-created', (_event, window) => records.windows.push(window));
electron.app.whenReady().then(() => {
  const pages = electron.session.fromPartition('persist:window', { cache: false });
  pages.webRequest.onCompleted(({ url }) => {
    if (!url.startsWith('app://umbra/') && !url.startsWith('data:')) kept.egress.push(url);
  });
});
electron.shell.openExternal = (address) => Promise.resolve(void kept.links.push(address));
electron.clipboard.write = (items) => Promise.resolve(void kept.clipboard.push(items));
for (const [kind, name] of [
  ['save', 'showSaveDialog'],
  ['open', 'showOpenDialog'],
])
  electron.dialog[name] = (...args) => {
    kept.dialogs.push({ kind, options: args.at(-1) });
    if (kept.answers.length === 0)
      throw new Error(`Nobody laid an answer ready for a ${kind} dialog`);
    const path = kept.answers.shift();
    return Promise.resolve(
      kind === 'save'
        ? { canceled: path === null, filePath: path ?? '' }
        : { canceled: path === null, filePaths: path === null ? [] : [path] },
    );
  };

function lines(menu, indent = '') {
  return (menu?.items ?? []).flatMap((item) => {
    if (item.type === 'separator') return [`${indent}---`];
    const mark = item.type === 'checkbox' ? (item.checked ? '[x] ' : '[ ] ') : '';
    const own = `${indent}${mark}${item.label}${item.enabled ? '' : ' (off)'}`;
    return [own, ...lines(item.submenu, `${indent}  `)];
  });
}

function press(menu, path) {
  const [label, ...rest] = path;
  const item = menu?.items.find((one) => one.label === label);
  if (item === undefined) throw new Error(`The menu has no "${path.join(' > ')}"`);
  if (rest.length > 0) return press(item.submenu, rest);
  if (!item.enabled) throw new Error(`"${label}" is greyed out`);
  item.click();
}

const window = () => records.windows.findLast((one) => !one.isDestroyed());
const shown = () => records.notifications.map(({ title, body }) => ({ title, body }));

globalThis.umbraControls = {
  tray: () => {
    if (records.tray === null) throw new Error('There is no tray');
    const { image, toolTip, menu } = records.tray;
    return { image, toolTip, lines: lines(menu) };
  },
  clickTray: (...path) => press(records.tray?.menu, path),
  clickTrayIcon: () => void records.tray?.self.emit('click', {}),
  menu: () => lines(records.menu),
  clickMenu: (...path) => press(records.menu, path),
  notifications: shown,
  clickNotification: (title) =>
    void records.notifications.findLast((one) => one.title === title)?.emit('click', {}),
  window: () => ({
    visible: window()?.isVisible() ?? false,
    title: 'Umbra',
    contentProtected: window()?.isContentProtected() ?? false,
  }),
  reads: async () => {
    const { webContents } = window();
    const text = await webContents.executeJavaScript('document.body.innerText');
    return { address: webContents.getURL(), text };
  },
  crashWindow: () => window().webContents.forcefullyCrashRenderer(),
  closeWindow: () => window()?.close(),
  answerDialog: (path) => void kept.answers.push(path),
  dialogs: () => kept.dialogs,
  openedLinks: () => kept.links,
  clipboard: () => kept.clipboard,
  traffic: () => ({ egress: kept.egress, cancelled: [] }),
  channels: () => [...kept.channels],
  syncListeners: () => electron.ipcMain.eventNames().map(String),
  quit: () => electron.app.quit(),
};
