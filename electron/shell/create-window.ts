import type { BrowserWindow, BrowserWindowConstructorOptions, Session } from 'electron';
import type { Bounds } from './window-memory.ts';

/** What differs from window to window; everything that guards it does not. */
export interface WindowPlan {
  readonly preload: string;
  readonly session: Session;
  readonly icon: string;
  readonly bounds: Bounds | null;
  readonly dark: boolean;
}

/**
 * The only place that makes windows, so that the only window there is has no Node, no shared world and no way around its
 * sandbox (security.md 2 to 4, 6, 8 to 12). Every value is written here: nothing from outside reaches `webPreferences`.
 */
export function windowOptions(plan: WindowPlan): BrowserWindowConstructorOptions {
  return {
    title: 'Umbra',
    icon: plan.icon,
    show: false,
    width: 1280,
    height: 820,
    minWidth: 760,
    minHeight: 520,
    ...plan.bounds,
    // The page's own ground, so that a dark window does not open with a white flash.
    backgroundColor: plan.dark ? '#16181d' : '#ffffff',
    autoHideMenuBar: true,
    webPreferences: {
      preload: plan.preload,
      session: plan.session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      safeDialogs: true,
      navigateOnDragDrop: false,
      spellcheck: false,
      disableDialogs: true,
    },
  };
}

/** Makes the window. It shows itself once its page is painted. */
export function createWindow(
  Window: new (options: BrowserWindowConstructorOptions) => BrowserWindow,
  plan: WindowPlan,
): BrowserWindow {
  return new Window(windowOptions(plan));
}
