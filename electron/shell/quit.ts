import type { Clock } from '../ports/clock.ts';

/** What quitting needs of Electron's `app`. */
export interface QuittingApp {
  on(event: 'before-quit', listener: (event: { preventDefault(): void }) => void): unknown;
  on(event: 'window-all-closed', listener: () => void): unknown;
  exit(code: number): void;
}

export interface QuitDeps {
  readonly app: QuittingApp;
  readonly clock: Clock;
  /** Ends what is under way and closes the database. */
  readonly close: () => Promise<void>;
  /** Lets windows close for real. */
  readonly letGo: () => void;
}

/** What is under way gets this long, ms. What does not end is found again from the journal at the next start. */
const patience = 5_000;

/**
 * Quit means quit (security.md E13): finish or leave what is under way, close, end, within five seconds. A closed window is
 * no quit.
 */
export function quitInOrder({ app, clock, close, letGo }: QuitDeps): void {
  let leaving = false;
  app.on('window-all-closed', () => undefined);
  app.on('before-quit', (event) => {
    event.preventDefault();
    if (leaving) return;
    leaving = true;
    letGo();
    void Promise.race([close().catch(() => undefined), clock.sleep(patience)]).then(() =>
      app.exit(0),
    );
  });
}
