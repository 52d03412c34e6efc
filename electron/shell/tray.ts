import type { MenuItemConstructorOptions, Tray } from 'electron';
import { menuTemplate } from './menu-template.ts';
import { trayMenu, type TrayDeed } from './tray-menu.ts';
import type { TrayView } from '../../shared/view/tray-view.ts';

/** What the tray needs of the system. */
export interface TrayDeps {
  readonly make: (icon: string) => Pick<Tray, 'setImage' | 'setToolTip' | 'setContextMenu' | 'on'>;
  readonly buildMenu: (
    template: MenuItemConstructorOptions[],
  ) => Parameters<Tray['setContextMenu']>[0];
  readonly iconFor: (state: TrayView['state']) => string;
  /** Calls back when the system turned dark or light. */
  readonly onTheme: (listener: () => void) => void;
  readonly carryOut: (deed: TrayDeed) => void;
}

/** The icon beside the clock. */
export interface TrayHandle {
  show(view: TrayView): void;
}

/**
 * Puts the icon there and keeps it by hand: a tray that nobody holds is collected and vanishes. Linux shows a changed menu only
 * once it is set again, so every change sets it (security.md E6).
 */
export function startTray(deps: TrayDeps): TrayHandle {
  let state: TrayView['state'] = 'ok';
  const tray = deps.make(deps.iconFor(state));
  deps.onTheme(() => tray.setImage(deps.iconFor(state)));
  // Not every system reports a click; the menu's own "Open Umbra" always works.
  tray.on('click', () => deps.carryOut({ do: 'open' }));
  return {
    show: (view) => {
      state = view.state;
      tray.setImage(deps.iconFor(state));
      tray.setToolTip(`Umbra: ${tooltip[view.state]}`);
      tray.setContextMenu(deps.buildMenu(menuTemplate(trayMenu(view), deps.carryOut)));
    },
  };
}

/** Never more than the state: a tooltip is seen by whoever looks on. */
const tooltip = {
  ok: 'everything is in its place',
  syncing: 'syncing',
  paused: 'paused',
  attention: 'something needs you',
} as const;
