import type { Clock } from '../ports/clock.ts';
import { homePage, stoppedPage } from './app-origin.ts';

/** What the policy needs of the window's contents. */
export interface MortalContents {
  on(
    event: 'render-process-gone',
    listener: (event: unknown, details: { readonly reason: string }) => void,
  ): unknown;
  on(event: 'unresponsive', listener: () => void): unknown;
  forcefullyCrashRenderer(): void;
  loadURL(address: string): Promise<unknown>;
}

/** Two deaths within this time are no accident. */
const patience = 60_000;

/**
 * Loads a window again whose process died or hangs; at the second death within a minute it shows a page that can't die (security.md
 * E10). The engine is not in that process and goes on.
 */
export function reviveWindow(contents: MortalContents, clock: Clock): void {
  let lastDeath = -Infinity;
  // Ends what hangs; its death is answered below.
  contents.on('unresponsive', () => contents.forcefullyCrashRenderer());
  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    const again = clock.monotonic() - lastDeath < patience;
    lastDeath = clock.monotonic();
    void contents.loadURL(again ? stoppedPage : homePage);
  });
}

/** A crash's memory image on disk. */
export interface Dump {
  readonly path: string;
  readonly at: number;
}

/** The images to throw away: all but the newest three. They may hold tokens and titles. */
export function staleDumps(dumps: readonly Dump[]): readonly string[] {
  return [...dumps]
    .sort((a, b) => b.at - a.at)
    .slice(3)
    .map(({ path }) => path);
}
