import { BrowserWindow, ipcMain, nativeTheme, screen, session } from 'electron';
import ElectronStore from 'electron-store';
import type { Clock } from '../ports/clock.ts';
import { reviveWindow } from './crash.ts';
import { createWindow } from './create-window.ts';
import { fenceSession } from './fence.ts';
import { mainWindow, type MainWindow, type MainWindowDeps } from './main-window.ts';
import type { places } from './places.ts';
import { followSession, type SessionDeeds } from './power.ts';
import { readBuiltFile } from './read-file.ts';
import { servePages } from './serve-page.ts';
import { usableBounds, windowMemory } from './window-memory.ts';

export interface SystemWindowDeps extends Pick<MainWindowDeps, 'explainTray' | 'navigate'> {
  readonly places: ReturnType<typeof places>;
  readonly clock: Clock;
  /** What to do when the user's session is about to end (Windows). */
  readonly session: SessionDeeds;
}

/** The window on the real system. Its pages live in a session of their own, so that fencing it in leaves the engine free. */
export function systemWindow(deps: SystemWindowDeps): MainWindow {
  const { places, clock } = deps;
  const pages = session.fromPartition('persist:window', { cache: false });
  fenceSession(pages, servePages(places.pages, readBuiltFile));
  const { preload, windowIcon: icon } = places;
  return mainWindow({
    ...deps,
    memory: windowMemory(memoryFile()),
    screens: () => screen.getAllDisplays().map(({ workArea }) => workArea),
    fit: usableBounds,
    make: (bounds) => {
      const dark = nativeTheme.shouldUseDarkColors;
      const window = createWindow(BrowserWindow, { preload, icon, bounds, dark, session: pages });
      reviveWindow(window.webContents, clock);
      followSession(window, clock, deps.session);
      return window;
    },
  });
}

/** The file of the window's place. The library opens a door of its own to every page; ours is the only one. */
function memoryFile(): ElectronStore {
  const file = new ElectronStore({ name: 'window' });
  ipcMain.removeAllListeners('electron-store-get-data');
  return file;
}
