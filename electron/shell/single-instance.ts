/** What the lock needs of Electron's `app`. */
export interface LockingApp {
  requestSingleInstanceLock(): boolean;
  on(event: 'second-instance', listener: () => void): unknown;
  exit(code: number): void;
}

/**
 * Lets one process per profile live (security.md E1). The loser ends before it has touched the disk. What it was started
 * with is nobody's order to us (CVE-2026-34776): the winner shows its window, and reads nothing of it.
 */
export function becomeTheOnlyOne(app: LockingApp, show: () => void): boolean {
  if (!app.requestSingleInstanceLock()) {
    app.exit(0);
    return false;
  }
  app.on('second-instance', () => show());
  return true;
}
