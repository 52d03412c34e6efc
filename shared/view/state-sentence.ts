import type { AppState } from '../ipc/app.ts';
import type { Instant } from '../time/instant.ts';
import { dateAt, wallClock } from '../time/zone.ts';

/** What is known of the program's standing when its sentence is written. */
export interface Standing {
  readonly mode: AppState['mode'];
  /** What the running cycle does; null while none runs. */
  readonly running: {
    readonly step: 'reading' | 'writing';
    readonly done: number;
    readonly of: number;
  } | null;
  readonly pausedUntil: Instant | 'resumed' | null;
  /** A problem of the whole program, in words; null where there is none. */
  readonly problem: string | null;
  /** Labels of accounts that wait for somebody. */
  readonly accountsInTrouble: readonly string[];
  /** Removals that wait for a decision. */
  readonly heldRemovals: number;
  /** Names of rules that may not act until the user changes them. */
  readonly rulesPaused: readonly string[];
  /** Writes that the last cycle could not carry out. */
  readonly outstanding: number;
  readonly lastCycleAt: Instant | null;
  readonly now: Instant;
  readonly zone: string;
}

/** The state of the tray's icon and its one sentence. What needs a person comes before what goes by itself. */
export function standingOf(standing: Standing): Pick<AppState['sync'], 'state' | 'sentence'> {
  const { mode, running, problem, accountsInTrouble, heldRemovals, rulesPaused, outstanding } =
    standing;
  if (mode === 'empty') return { state: 'ok', sentence: 'No account is connected yet.' };
  if (running !== null) return { state: 'syncing', sentence: stepSentence(running) };
  if (standing.pausedUntil !== null) return { state: 'paused', sentence: pauseSentence(standing) };
  if (problem !== null) return { state: 'attention', sentence: problem };
  if (accountsInTrouble.length > 0)
    return { state: 'attention', sentence: troubleSentence(accountsInTrouble) };
  if (heldRemovals > 0) {
    const removals = heldRemovals === 1 ? '1 removal waits' : `${heldRemovals} removals wait`;
    return { state: 'attention', sentence: `${removals} for your decision.` };
  }
  if (rulesPaused.length > 0) return { state: 'attention', sentence: ruleSentence(rulesPaused) };
  if (standing.lastCycleAt === null)
    return { state: 'ok', sentence: 'The first sync is about to begin.' };
  if (outstanding > 0) {
    const writes = outstanding === 1 ? '1 write is' : `${outstanding} writes are`;
    return { state: 'ok', sentence: `${writes} outstanding; the next sync goes on with them.` };
  }
  return { state: 'ok', sentence: 'Every block is in its place.' };
}

function stepSentence({ step, done, of }: NonNullable<Standing['running']>): string {
  if (of === 0) return 'Looking at your calendars.';
  return step === 'reading'
    ? `Reading calendars: ${done} of ${of}.`
    : `Writing blocks: ${done} of ${of}.`;
}

function pauseSentence({ pausedUntil, now, zone }: Standing): string {
  if (pausedUntil === null || pausedUntil === 'resumed') return 'Paused until you resume.';
  if (dateAt(pausedUntil, zone) !== dateAt(now, zone)) return 'Paused until tomorrow.';
  const { minuteOfDay } = wallClock(pausedUntil, zone);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `Paused until ${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}.`;
}

function troubleSentence(labels: readonly string[]): string {
  const [only = ''] = labels;
  return labels.length === 1
    ? `The account “${only}” needs your attention; the others go on.`
    : `${labels.length} accounts need your attention; the others go on.`;
}

function ruleSentence(names: readonly string[]): string {
  const [only = ''] = names;
  return names.length === 1
    ? `The rule “${only}” is paused: a calendar that it names is gone.`
    : `${names.length} rules are paused: calendars that they name are gone.`;
}
