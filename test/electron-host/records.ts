import type { HostMenu } from './menu.ts';
import type { HostNotification } from './notification.ts';
import type { HostTray } from './tray.ts';
import type { HostWindow } from './browser-window.ts';

/** What the app has put on screen outside its window, and what the next dialogs answer: for tests to read and to click. */
export class Records {
  readonly trays: HostTray[] = [];
  readonly notifications: HostNotification[] = [];
  readonly windows: HostWindow[] = [];
  readonly openedLinks: string[] = [];
  readonly clipboard: Record<string, string>[] = [];
  readonly dialogs: { kind: 'save' | 'open'; options: unknown }[] = [];
  /** Paths that the next dialogs give; null cancels. An unexpected dialog throws. */
  readonly dialogAnswers: (string | null)[] = [];
  /** Requests that left for anywhere but the app itself. */
  readonly egress: string[] = [];
  /** Requests that the app's own guard cancelled. */
  readonly cancelled: string[] = [];
  /** What stood in error boxes. */
  readonly errors: { readonly title: string; readonly content: string }[] = [];
  menu: HostMenu | null = null;
}
