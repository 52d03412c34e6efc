import { isOurAddress } from './app-origin.ts';

interface Preventable {
  preventDefault(): void;
}

/** A navigation as Electron announces it. */
export interface Attempt extends Preventable {
  readonly url: string;
}

/** What the guard needs of a page's contents; Electron's `WebContents` fits. */
export interface GuardedContents {
  on(
    event: 'will-navigate' | 'will-redirect' | 'will-frame-navigate',
    listener: (attempt: Attempt) => void,
  ): unknown;
  on(event: 'will-attach-webview', listener: (attempt: Preventable) => void): unknown;
  setWindowOpenHandler(handler: () => { action: 'deny' }): void;
}

/**
 * Keeps a page where it is: it goes nowhere but to our own origin, holds no guests and opens no windows (security.md 12 to
 * 14). Links leave through the `openLink` channel only, after a click.
 */
export function guardContents(contents: GuardedContents): void {
  const stay = (attempt: Attempt): void => {
    if (!isOurAddress(attempt.url)) attempt.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-attach-webview', (attempt) => attempt.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
