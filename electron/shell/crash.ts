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
  /** Where it was when it died, its hash with it. */
  getURL(): string;
  isDestroyed(): boolean;
  loadURL(address: string): Promise<unknown>;
}

/** Two deaths within this time are no accident. */
const patience = 60_000;

/**
 * Loads a window again where it was when its process died or hung; at the second death within a minute it shows a page that
 * can't die (security.md E10). The engine is not in that process and goes on.
 */
export function reviveWindow(contents: MortalContents, clock: Clock): void {
  let lastDeath = -Infinity;
  // Ends what hangs; its death is answered below.
  contents.on('unresponsive', () => contents.forcefullyCrashRenderer());
  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    const again = clock.monotonic() - lastDeath < patience;
    lastDeath = clock.monotonic();
    void load(contents, again ? stoppedPage : whereItWas(contents), clock);
  });
}

/** A task later: Chromium is still burying the dead process, and a load begun meanwhile has brought Electron down (#51900). */
async function load(contents: MortalContents, address: string, clock: Clock): Promise<void> {
  await clock.sleep(0);
  if (contents.isDestroyed()) return;
  // A load fails where the new process dies during it, and that death is answered like any other.
  await contents.loadURL(address).catch(() => undefined);
}

function whereItWas(contents: MortalContents): string {
  const address = contents.getURL();
  return address.startsWith(`${homePage}#`) ? address : homePage;
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
