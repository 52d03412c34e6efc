import type { BlockRecord } from '../../shared/model/block-record.ts';
import type { RemoteBlock } from '../../shared/model/block.ts';
import type { CalendarEvent, FieldNeeds } from '../../shared/model/event.ts';
import { eventIdOf, type CalendarId } from '../../shared/model/ids.ts';
import type { ActiveRule } from '../../shared/plan/active-rule.ts';
import { isGuest } from '../../shared/plan/guests.ts';
import { observe } from '../../shared/plan/observe.ts';
import { instant, MINUTE, type Instant } from '../../shared/time/instant.ts';
import type { Interval } from '../../shared/time/interval.ts';
import type { Pull } from '../ports/provider.ts';
import type { PullChange, Store } from '../ports/store.ts';
import { missing, stillThere } from './absence.ts';
import type { Dirty } from './dirty.ts';
import type { EngineDeps } from './engine-deps.ts';
import { hearLateAnswers } from './late-answers.ts';
import { noteSuspect } from './suspects.ts';
import { noteUnclear } from './unclear-items.ts';

/** No poll is later than this after the one before it (schedule.ts). */
const LONGEST_GAP_MS = 15 * MINUTE;

/** A second event with a key that already has one, where it can be removed, so that one block is left. */
export interface Duplicate {
  readonly target: CalendarId;
  readonly block: RemoteBlock;
}

export interface Absorbed {
  readonly changed: readonly PullChange[];
  readonly duplicates: readonly Duplicate[];
  /** Blocks that somebody copied and changed: left alone. */
  readonly copies: number;
  /** Whether a complete read missed a block for the first time, and so has to be made once more. */
  readonly doubtful: boolean;
}

/**
 * Takes one calendar's pull into mirror and ledger, in a single transaction that ends with the cursor: a crash leaves
 * either all of it or nothing, and nothing is asked for twice or lost (providers.md trap 9).
 */
export function absorb(
  deps: EngineDeps,
  calendar: CalendarId,
  pull: Pull,
  context: {
    readonly window: Interval;
    readonly needs: FieldNeeds;
    readonly rules: readonly ActiveRule[];
    readonly zone: string;
    readonly canWrite: boolean;
  },
  dirty: Dirty,
): Absorbed {
  const { store, clock, vault } = deps;
  const foreign = pull.blocks.filter(({ marker }) => marker.vault !== vault.id);
  const ours = pull.blocks.filter(({ marker }) => marker.vault === vault.id);
  const events = [...pull.events, ...foreign.map((block) => foreignEvent(calendar, block))];
  return store.transaction(() => {
    const seen = observeAll(deps, calendar, ours, stillThere(pull));
    const absences = missing(deps, calendar, pull, context.zone);
    const touched = [...seen.touched, ...absences.gone];
    hearLateAnswers(deps, calendar);
    const eventsBefore = store.eventCount(calendar);
    // A first read tells of no change.
    const knownBefore = store.wasRead(calendar);
    const happened = likelyMoment(store.cursor(calendar)?.at ?? null, clock.now());
    const changed = store.commitPull(
      calendar,
      { ...pull, events },
      { at: clock.now(), window: context.window, needs: context.needs },
    );
    // Duplicates are known here only: should the program end before they are removed, a complete read finds them again.
    const duplicates = context.canWrite ? seen.duplicates : [];
    const unclear = noteUnclear(store, calendar, pull, clock.now());
    if (duplicates.length > 0 || absences.doubtful || unclear) store.dropCursor(calendar);
    for (const { before, after } of changed) {
      dirty.markEvent(before, after, context.rules, context.zone);
      const event = after ?? before;
      if (knownBefore && event !== null) dirty.markSeen(calendar, event.id, happened);
    }
    for (const { content } of touched) dirty.markBlock(calendar, content.time, context.zone);
    noteSuspect(store, calendar, {
      before: eventsBefore,
      after: store.eventCount(calendar),
      reset: pull.kind === 'snapshot' && pull.reset,
    });
    return {
      changed,
      duplicates,
      copies: seen.copies,
      doubtful: absences.doubtful,
    };
  });
}

/**
 * A change may have happened at any time since the last read: on average, half-way. After a longer gap the computer was
 * asleep or cut off, and its changes began to count when it was back.
 */
function likelyMoment(lastRead: Instant | null, now: Instant): Instant {
  const gap = lastRead === null ? 0 : now - lastRead;
  return gap > 0 && gap <= LONGEST_GAP_MS ? instant(now - Math.floor(gap / 2)) : now;
}

interface Observed {
  readonly touched: readonly BlockRecord[];
  readonly duplicates: readonly Duplicate[];
  readonly copies: number;
}

function observeAll(
  { store, clock, vault }: EngineDeps,
  target: CalendarId,
  blocks: readonly RemoteBlock[],
  mayExist: (remoteId: string) => boolean,
): Observed {
  const touched: BlockRecord[] = [];
  const duplicates: Duplicate[] = [];
  let copies = 0;
  for (const block of blocks) {
    const before = rowFor(store, target, block);
    const known = before?.remoteId ?? block.remoteId;
    const observation = observe(vault.key, target, before, block, clock.now(), mayExist(known));
    if (observation.kind === 'copy') copies += 1;
    if (observation.kind === 'duplicate') duplicates.push({ target, block: observation.remove });
    if (observation.kind === 'record' || observation.kind === 'duplicate') {
      const { record } = observation;
      store.saveBlock(record);
      if (before === null || needsLook(before, record)) touched.push(record);
    }
  }
  return { touched, duplicates, copies };
}

/** Null for a guest that was replaced at home: what is known of the one before says nothing of it. */
function rowFor(
  store: Store,
  target: CalendarId,
  { marker, remoteId }: RemoteBlock,
): BlockRecord | null {
  const row = store.blockByKey(target, marker.key);
  if (row === null || row.remoteId === remoteId) return row;
  return isGuest(row, store.blocksWithKey(marker.key)) ? null : row;
}

/** Whether the planner has to look at a block again after it was seen. */
function needsLook(before: BlockRecord, after: BlockRecord): boolean {
  return (
    before.state !== after.state ||
    before.written !== after.written ||
    before.observed !== after.observed ||
    after.observed !== null
  );
}

/** Somebody's busy block under another vault: shown in the window, never a source, never changed. */
function foreignEvent(calendar: CalendarId, { remoteId, content }: RemoteBlock): CalendarEvent {
  return {
    id: eventIdOf(remoteId),
    calendar,
    meeting: null,
    occurrence: '',
    series: null,
    time: content.time,
    showAs: content.showAs,
    response: 'none',
    visibility: content.private ? 'private' : 'default',
    kind: 'default',
    cancelled: false,
    foreignBlock: true,
    attendeeCount: 0,
    organizerDomain: null,
    categories: [],
    text: { title: null, location: null, description: null },
  };
}
