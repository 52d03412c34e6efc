import { Menu, nativeTheme, Tray } from 'electron';
import { trayIcon } from './tray-icon.ts';
import type { TrayDeed } from './tray-menu.ts';
import { startTray, type TrayHandle } from './tray.ts';

/** The tray on the real system. */
export function systemTray(icons: string, carryOut: (deed: TrayDeed) => void): TrayHandle {
  return startTray({
    make: (icon) => new Tray(icon),
    buildMenu: (template) => Menu.buildFromTemplate(template),
    iconFor: (state) =>
      trayIcon(icons, state, {
        platform: process.platform,
        dark: nativeTheme.shouldUseDarkColorsForSystemIntegratedUI,
      }),
    onTheme: (listener) => void nativeTheme.on('updated', listener),
    carryOut,
  });
}
