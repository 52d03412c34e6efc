import type { BlockRecord } from '../model/block-record.ts';
import type { Hold, HoldReason } from '../model/hold.ts';
import type { BlockKey, CalendarId, RuleId } from '../model/ids.ts';
import type { Instant } from '../time/instant.ts';
import type { Operation } from './operation.ts';

/** A source that had at least this many events and now has none is "suddenly empty". */
export const EMPTIED_FROM = 5;

/** Signals that this plan's removals may come from a read that went wrong. */
export interface Suspicions {
  /** Sources that held at least `EMPTIED_FROM` events in the window and now hold none. */
  readonly emptied: ReadonlySet<CalendarId>;
  /** Sources whose change cursor the provider discarded in this cycle. */
  readonly reset: ReadonlySet<CalendarId>;
  /** Sources read completely, without a reset, in this cycle: they confirm or clear an earlier reset. */
  readonly confirmed: ReadonlySet<CalendarId>;
  /** Reasons that concern every removal of this plan. */
  readonly everywhere: Extract<HoldReason, 'clockJump' | 'zoneChanged' | 'engineChanged'> | null;
}

/** Removals of more than `count` blocks, and of more than `percent` of a target's blocks, wait for the user. */
export interface BrakeThreshold {
  readonly count: number;
  readonly percent: number;
}

/** Where no policy says otherwise (sync-engine.md, Safety 8). */
export const usualBrake: BrakeThreshold = { count: 10, percent: 25 };

export interface GuardInput {
  readonly operations: readonly Operation[];
  /** Removals that may come with the next plan: what goes now is counted together with them. */
  readonly postponed: readonly Removal[];
  readonly suspicions: Suspicions;
  readonly brake: BrakeThreshold;
  /** Live blocks per target before this plan. */
  readonly liveBlocks: ReadonlyMap<CalendarId, number>;
  /** Whether the user's edit of a rule asks for a removal, as `asksFor` in open-edits.ts tells. */
  readonly isAskedFor: (block: BlockRecord) => boolean;
  readonly holds: readonly Hold[];
  /** Other devices share this vault: they may have accounts and rules of which this one knows nothing. */
  readonly otherDevices: boolean;
  /** Targets that this plan looked at completely; null if it was a full plan. Holds elsewhere stay as they are. */
  readonly planned: ReadonlySet<CalendarId> | null;
  readonly now: Instant;
}

export interface Guarded {
  readonly pass: readonly Operation[];
  /** All holds as they are to be from now on. */
  readonly holds: readonly Hold[];
  /** Removals that wait. */
  readonly held: readonly Removal[];
}

export type Removal = Extract<Operation, { kind: 'delete' }>;

/**
 * Splits a plan into what may be done and what a safety brake stops (sync-engine.md, Safety 8). Only removals are ever
 * stopped, and only those the user did not ask for; a hold stays until its removals are approved or no longer planned.
 */
export function guard(input: GuardInput): Guarded {
  const removals = input.operations.filter((operation) => operation.kind === 'delete');
  const suspect = removals.filter((removal) => isBrakeable(removal, input));
  const held: Removal[] = [];
  const holds: Hold[] = [];
  for (const [target, ofTarget] of groupBy(suspect, ({ target }) => target)) {
    const perTarget = excessive(ofTarget, input, target) ? 'manyRemovals' : null;
    for (const [rule, ofRule] of groupBy(ofTarget, ruleOf)) {
      const before = input.holds.find((hold) => hold.target === target && hold.rule === rule);
      const approved = approvedBy(before);
      const open = ofRule.filter(({ record }) => !approved.has(record.key));
      // An approval lasts until its removals are done, also when a provider makes us wait.
      const released = keysOf(ofRule.filter(({ record }) => approved.has(record.key)));
      const reason = open.length === 0 ? null : reasonToHold(open, input, before, perTarget);
      if (reason !== null) {
        held.push(...open);
        const hold = holdOf(rule, target, reason, open, before, input.now);
        holds.push(released.length === 0 ? hold : { ...hold, released });
      } else if (before !== undefined && released.length > 0) {
        const { rule, target, reason, since } = before;
        holds.push({ rule, target, reason, since, keys: released, state: 'approved' });
      }
    }
  }
  const stopped = new Set<Operation>(held);
  return {
    pass: input.operations.filter((operation) => !stopped.has(operation)),
    holds: [...holds, ...elsewhere(input)],
    held,
  };
}

function isBrakeable(
  { cause, record }: Removal,
  { isAskedFor }: Pick<GuardInput, 'isAskedFor'>,
): boolean {
  return cause === 'sourceGone' && !isAskedFor(record);
}

/** What a hold lets go, now and from before. */
function approvedBy(hold: Hold | undefined): ReadonlySet<BlockKey> {
  return new Set([...(hold?.released ?? []), ...(hold?.state === 'approved' ? hold.keys : [])]);
}

function keysOf(removals: readonly Removal[]): readonly BlockKey[] {
  return removals.map(({ record }) => record.key).sort();
}

function ruleOf({ record }: Removal): RuleId | null {
  return record.slot?.rule ?? null;
}

function excessive(removals: readonly Removal[], input: GuardInput, target: CalendarId): boolean {
  const approved = new Set(
    input.holds.filter((hold) => hold.target === target).flatMap((hold) => [...approvedBy(hold)]),
  );
  const coming = input.postponed.filter((removal) => removal.target === target);
  const open = [...removals, ...coming].filter(({ record }) => !approved.has(record.key)).length;
  const { count, percent } = input.brake;
  return open > Math.max(count, (percent / 100) * (input.liveBlocks.get(target) ?? 0));
}

function reasonToHold(
  open: readonly Removal[],
  { suspicions, otherDevices }: GuardInput,
  before: Hold | undefined,
  perTarget: 'manyRemovals' | null,
): HoldReason | null {
  if (otherDevices && open.some(({ record }) => record.slot === null)) return 'otherDevice';
  if (perTarget !== null) return perTarget;
  const sources = new Set(open.map(({ record }) => record.slot?.sourceCalendar));
  const from = (set: ReadonlySet<CalendarId>): boolean =>
    [...sources].some((source) => source !== undefined && set.has(source));
  if (from(suspicions.emptied)) return 'sourceEmptied';
  if (suspicions.everywhere !== null) return suspicions.everywhere;
  if (from(suspicions.reset)) return 'cursorReset';
  if (before === undefined || before.state === 'approved') return null;
  // A reset only asks for a second opinion: another complete read that agrees lets a small removal go on.
  const agreed =
    before.reason === 'cursorReset' &&
    [...sources].every((s) => s !== undefined && suspicions.confirmed.has(s));
  return agreed ? null : before.reason;
}

function holdOf(
  rule: RuleId | null,
  target: CalendarId,
  reason: HoldReason,
  removals: readonly Removal[],
  before: Hold | undefined,
  now: Instant,
): Hold {
  const keys = keysOf(removals);
  const same = before !== undefined && before.state !== 'approved';
  // Who keeps another device's blocks is not asked again for each that it writes.
  const stays = same && (reason === 'otherDevice' || sameKeys(before.keys, keys));
  return {
    rule,
    target,
    reason,
    keys,
    since: same ? before.since : now,
    state: stays && before.state === 'rejected' ? 'rejected' : 'waiting',
  };
}

function sameKeys(a: readonly BlockKey[], b: readonly BlockKey[]): boolean {
  return a.length === b.length && a.every((key, index) => key === b[index]);
}

/** Holds on targets that an incremental plan did not look at. */
function elsewhere({ holds, planned }: GuardInput): readonly Hold[] {
  return planned === null ? [] : holds.filter(({ target }) => !planned.has(target));
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
