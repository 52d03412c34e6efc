import { BrowserWindow, nativeTheme, screen, session } from 'electron';
import ElectronStore from 'electron-store';
import type { Clock } from '../ports/clock.ts';
import { reviveWindow } from './crash.ts';
import { createWindow } from './create-window.ts';
import { fenceSession } from './fence.ts';
import { mainWindow, type MainWindow } from './main-window.ts';
import type { places } from './places.ts';
import { readBuiltFile } from './read-file.ts';
import { servePages } from './serve-page.ts';
import { usableBounds, windowMemory } from './window-memory.ts';

export interface SystemWindowDeps {
  readonly places: ReturnType<typeof places>;
  readonly clock: Clock;
  readonly explainTray: () => void;
  /** Called with a window that the system is about to end (Windows). */
  readonly flush: () => void;
}

/** The window on the real system. Its pages live in a session of their own, so that fencing it in leaves the engine free. */
export function systemWindow({ places, clock, explainTray, flush }: SystemWindowDeps): MainWindow {
  const pages = session.fromPartition('persist:window', { cache: false });
  fenceSession(pages, servePages(places.pages, readBuiltFile));
  const { preload, windowIcon: icon } = places;
  return mainWindow({
    memory: windowMemory(new ElectronStore({ name: 'window' })),
    screens: () => screen.getAllDisplays().map(({ workArea }) => workArea),
    fit: usableBounds,
    explainTray,
    make: (bounds) => {
      const dark = nativeTheme.shouldUseDarkColors;
      const window = createWindow(BrowserWindow, { preload, icon, bounds, dark, session: pages });
      reviveWindow(window.webContents, clock);
      window.on('query-session-end', flush);
      window.on('session-end', flush);
      return window;
    },
  });
}
