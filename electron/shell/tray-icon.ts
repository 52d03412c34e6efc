import { join } from 'node:path';
import type { TrayView } from '../../shared/view/tray-view.ts';

/**
 * The icon's file for a state. macOS colours a template image itself; Windows takes an `.ico`; elsewhere the panel is dark
 * more often than not, and only the theme can tell.
 */
export function trayIcon(
  folder: string,
  state: TrayView['state'],
  surroundings: { readonly platform: NodeJS.Platform; readonly dark: boolean },
): string {
  const { platform, dark } = surroundings;
  if (platform === 'darwin') return join(folder, `${state}Template.png`);
  return join(
    folder,
    `${state}-${dark ? 'dark' : 'light'}.${platform === 'win32' ? 'ico' : 'png'}`,
  );
}
