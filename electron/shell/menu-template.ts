import type { MenuItemConstructorOptions } from 'electron';
import type { TrayDeed, TrayItem } from './tray-menu.ts';

/** The menu's lines in Electron's own words. */
export function menuTemplate(
  items: readonly TrayItem[],
  carryOut: (deed: TrayDeed) => void,
): MenuItemConstructorOptions[] {
  return items.map((item) => entry(item, carryOut));
}

function entry(item: TrayItem, carryOut: (deed: TrayDeed) => void): MenuItemConstructorOptions {
  switch (item.kind) {
    case 'line':
      return { type: 'separator' };
    case 'text':
      return { label: plain(item.label), enabled: false };
    case 'deed':
      return { label: plain(item.label), click: () => carryOut(item.deed) };
    case 'switch':
      return {
        type: 'checkbox',
        label: plain(item.label),
        checked: item.on,
        enabled: !item.locked,
        click: () => carryOut(item.deed),
      };
    case 'menu':
      return { label: plain(item.label), submenu: menuTemplate(item.items, carryOut) };
  }
}

/** An ampersand in a name would underline the letter behind it and vanish. */
const plain = (label: string): string => label.replaceAll('&', '&&');
