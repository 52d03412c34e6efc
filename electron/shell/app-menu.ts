import type { MenuItemConstructorOptions } from 'electron';

/** What the menu's own entries ask for. */
export interface AppMenuDeeds {
  readonly show: (route: string) => void;
  readonly syncNow: () => void;
  readonly quit: () => void;
}

/** The views in the order of their number keys. */
const views = [
  ['Calendar', 'calendar'],
  ['Rules', 'rules'],
  ['Conflicts', 'conflicts'],
  ['Activity', 'activity'],
  ['Health', 'health'],
  ['Accounts', 'accounts'],
] as const;

/** As little of a menu as the keyboard needs: editing keys do not work on macOS without one. */
export function appMenu(
  platform: NodeJS.Platform,
  deeds: AppMenuDeeds,
): MenuItemConstructorOptions[] {
  const settings: MenuItemConstructorOptions = {
    label: 'Settings…',
    accelerator: 'CmdOrCtrl+,',
    click: () => deeds.show('settings'),
  };
  const quit: MenuItemConstructorOptions = {
    label: 'Quit Umbra',
    accelerator: 'CmdOrCtrl+Q',
    click: deeds.quit,
  };
  const go = views.map(([label, route], place): MenuItemConstructorOptions => ({
    label,
    accelerator: `CmdOrCtrl+${place + 1}`,
    click: () => deeds.show(route),
  }));
  const sync: MenuItemConstructorOptions = {
    label: 'Sync now',
    accelerator: 'CmdOrCtrl+Shift+S',
    click: deeds.syncNow,
  };
  return [
    platform === 'darwin'
      ? {
          label: 'Umbra',
          submenu: [{ role: 'about' }, line, settings, line, { role: 'hide' }, quit],
        }
      : { label: '&File', submenu: [settings, line, { role: 'close' }, quit] },
    { label: '&Edit', submenu: editing },
    { label: '&Go', submenu: [...go, line, sync] },
    { label: '&View', submenu: zooming },
  ];
}

const line: MenuItemConstructorOptions = { type: 'separator' };
const editing: MenuItemConstructorOptions[] = [
  { role: 'undo' },
  { role: 'redo' },
  line,
  { role: 'cut' },
  { role: 'copy' },
  { role: 'paste' },
  { role: 'selectAll' },
];
const zooming: MenuItemConstructorOptions[] = [
  { role: 'resetZoom' },
  { role: 'zoomIn' },
  { role: 'zoomOut' },
  line,
  { role: 'togglefullscreen' },
];
