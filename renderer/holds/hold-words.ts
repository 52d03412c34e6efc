import type { HoldView } from '../../shared/ipc/rules.ts';
import type { HoldReason } from '../../shared/model/hold.ts';

/** Why a brake stopped removals: what it saw, and what to look at before deciding. */
export const reasonWords: Readonly<
  Record<HoldReason, { readonly title: string; readonly check: string }>
> = {
  manyRemovals: {
    title: 'Many removals at once',
    check: 'Did you really cancel or move this many events?',
  },
  sourceEmptied: {
    title: 'A source is suddenly empty',
    check: 'Was the calendar cleared on purpose, or is it an error of its provider?',
  },
  cursorReset: {
    title: 'A calendar had to be read anew',
    check: 'Are the events of these blocks really gone?',
  },
  clockJump: {
    title: 'The clock of this computer jumped',
    check: 'Is the time of this computer right now?',
  },
  zoneChanged: {
    title: 'Your time zone changed',
    check: 'Are you travelling, or is the zone in Settings wrong?',
  },
  engineChanged: {
    title: 'A new version plans differently',
    check: 'Do these removals look right to you?',
  },
  otherDevice: {
    title: 'Perhaps another device’s',
    check: 'Has another device of yours accounts or rules that this one lacks? Then keep them.',
  },
};

type Block = HoldView['blocks'][number];
export interface BlockDay {
  readonly day: string;
  readonly blocks: readonly Block[];
}

/** The blocks that would go, by the day on which they begin. */
export function blocksByDay(
  blocks: readonly Block[],
  dayOf: (time: Block['time']) => string,
): readonly BlockDay[] {
  const sorted = [...blocks].sort((a, b) => startOf(a) - startOf(b));
  return [...Map.groupBy(sorted, ({ time }) => dayOf(time))].map(([day, list]) => ({
    day,
    blocks: list,
  }));
}

function startOf({ time }: Block): number {
  return time.kind === 'timed' ? time.start : Date.parse(`${time.start}T00:00:00Z`);
}

/** Those that wait first, newest first within each. */
export function holdOrder(holds: readonly HoldView[]): readonly HoldView[] {
  const rank = ({ state }: HoldView): number => (state === 'waiting' ? 0 : 1);
  return [...holds].sort((a, b) => rank(a) - rank(b) || b.since - a.since);
}

export const keptWords = 'Kept. The blocks stay as they are.';

export const decisionWords: Readonly<Record<HoldView['state'], string>> = {
  waiting: 'Waits for you',
  approved: 'Approved: they go with the next sync',
  rejected: 'Kept: they stay as they are',
};
