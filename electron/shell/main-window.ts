import type { BrowserWindow } from 'electron';
import { homePage } from './app-origin.ts';
import type { Bounds, WindowMemory } from './window-memory.ts';

export interface MainWindowDeps {
  /** Makes a fresh window, guarded and hidden. */
  readonly make: (bounds: Bounds | null) => BrowserWindow;
  readonly memory: WindowMemory;
  readonly screens: () => readonly Bounds[];
  readonly fit: (last: Bounds | null, screens: readonly Bounds[]) => Bounds | null;
  /** Leads a page that is already there to a route. */
  readonly navigate: (route: string) => void;
  /** Says, once, that closing the window does not end the program. */
  readonly explainTray: () => void;
}

/** The one window. Closing hides it (the program lives in the tray) unless the program is quitting. */
export interface MainWindow {
  /** Shows it, made first where there is none, at a route if one is named. */
  show(route?: string): void;
  hide(): void;
  /** Null while there is none. */
  current(): BrowserWindow | null;
  isVisible(): boolean;
  /** Keeps the window out of screen sharing, as far as the system can (security.md E12). */
  protectContent(on: boolean): void;
  /** From now on closing really closes. */
  letGo(): void;
}

/** Keeps at most one window, and makes it when it is first asked for. */
export function mainWindow(deps: MainWindowDeps): MainWindow {
  const kept = { window: null as BrowserWindow | null, quitting: false, protected: false };
  const open = (route: string | undefined): BrowserWindow => {
    const window = deps.make(deps.fit(deps.memory.read().bounds, deps.screens()));
    window.setContentProtection(kept.protected);
    window.once('ready-to-show', () => window.show());
    window.on('close', (event) => {
      deps.memory.write({ bounds: window.getNormalBounds() });
      if (kept.quitting) return;
      event.preventDefault();
      window.hide();
      explainOnce(deps);
    });
    window.on('closed', () => (kept.window = null));
    void window.loadURL(route === undefined ? homePage : `${homePage}#/${route}`);
    return window;
  };
  return {
    current: () => kept.window,
    isVisible: () => kept.window?.isVisible() ?? false,
    hide: () => kept.window?.hide(),
    protectContent: (on) => {
      if (on === kept.protected) return;
      kept.protected = on;
      kept.window?.setContentProtection(on);
    },
    letGo: () => (kept.quitting = true),
    show: (route) => {
      if (kept.window === null) kept.window = open(route);
      else {
        reveal(kept.window);
        if (route !== undefined) deps.navigate(route);
      }
    },
  };
}

function reveal(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function explainOnce({ memory, explainTray }: MainWindowDeps): void {
  if (memory.read().trayExplained) return;
  memory.write({ trayExplained: true });
  explainTray();
}
