import { Menu } from 'electron';
import { appMenu } from './app-menu.ts';
import type { TrayDeed } from './tray-menu.ts';

/** The menu bar on the real system; it does the same deeds as the tray. */
export function setSystemMenu(click: (deed: TrayDeed) => void): void {
  const template = appMenu(process.platform, {
    show: (route) => click({ do: 'show', route }),
    syncNow: () => click({ do: 'syncNow' }),
    quit: () => click({ do: 'quit' }),
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
