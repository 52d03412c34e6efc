import { join } from 'node:path';

/** Where the parts of an installed Umbra lie, from the folder (or archive) that holds its package.json. */
export function places(root: string) {
  const icons = join(root, 'assets', 'icons');
  return {
    preload: join(root, 'dist', 'preload', 'preload.cjs'),
    pages: join(root, 'dist', 'renderer'),
    trayIcons: join(icons, 'tray'),
    /** Client ids that a packager put there; usually none. */
    clients: join(root, 'assets', 'clients.json'),
    windowIcon: join(icons, 'png', '256.png'),
  } as const;
}
