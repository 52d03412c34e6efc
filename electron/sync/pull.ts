import type { Account } from '../../shared/model/account.ts';
import type { Calendar } from '../../shared/model/calendar.ts';
import type { FieldNeeds } from '../../shared/model/event.ts';
import { eventIdOf, type CalendarId } from '../../shared/model/ids.ts';
import { covers, needsOf } from '../../shared/rules/field-needs.ts';
import type { ActiveRule } from '../../shared/plan/active-rule.ts';
import type { Interval } from '../../shared/time/interval.ts';
import type { Failure, Result } from '../ports/outcome.ts';
import type { Pull } from '../ports/provider.ts';
import { absorb, type Absorbed } from './absorb.ts';
import type { Dirty } from './dirty.ts';
import type { EngineDeps } from './engine-deps.ts';
import { forEachLimited } from './limit.ts';

/** Reads of one account at the same time; its transport may narrow this further. */
const PULLS_AT_ONCE = 4;

export interface PullContext {
  readonly window: Interval;
  readonly zone: string;
  readonly rules: readonly ActiveRule[];
  /** Every field is kept, not only those that rules need. */
  readonly mirrorAll: boolean;
}

export type CalendarPull = { readonly calendar: CalendarId } & (
  | {
      readonly kind: 'read';
      readonly absorbed: Absorbed;
      readonly complete: boolean;
      readonly reset: boolean;
      readonly skipped: number;
    }
  | { readonly kind: 'failed'; readonly failure: Failure }
);

/** Reads what has changed in one account's calendars. A calendar that fails keeps its mirror and its cursor. */
export async function pullAccount(
  deps: EngineDeps,
  account: Account,
  calendars: readonly Calendar[],
  context: PullContext,
  dirty: Dirty,
  signal: AbortSignal,
): Promise<readonly CalendarPull[]> {
  const results: CalendarPull[] = [];
  await forEachLimited(calendars, PULLS_AT_ONCE, async (calendar) => {
    results.push(await pullCalendar(deps, calendar, context, dirty, signal));
    deps.progress({
      kind: 'pulled',
      account: account.id,
      calendar: calendar.id,
      done: results.length,
      of: calendars.length,
    });
  });
  return results;
}

async function pullCalendar(
  deps: EngineDeps,
  calendar: Calendar,
  context: PullContext,
  dirty: Dirty,
  signal: AbortSignal,
): Promise<CalendarPull> {
  const { store } = deps;
  const needs = needsOf(context.rules, calendar, context.mirrorAll);
  let result = await read(deps, calendar, context.window, needs, signal);
  // What a first read could not make out may be a block of ours that no ledger knows any more: a second one would be
  // made beside it (I3). Read once more before it counts.
  if (result.kind === 'ok' && result.value.unclear.length > 0 && !store.wasRead(calendar.id))
    result = await read(deps, calendar, context.window, needs, signal);
  if (result.kind !== 'ok') return { calendar: calendar.id, kind: 'failed', failure: result };
  const pull = result.value;
  const absorbed = absorb(
    deps,
    calendar.id,
    pull,
    { ...context, needs, canWrite: calendar.canWrite },
    dirty,
  );
  return {
    calendar: calendar.id,
    kind: 'read',
    absorbed,
    complete: pull.kind === 'snapshot',
    reset: pull.kind === 'snapshot' && pull.reset,
    skipped: pull.skipped,
  };
}

function read(
  deps: EngineDeps,
  calendar: Calendar,
  window: Interval,
  needs: FieldNeeds,
  signal: AbortSignal,
): Promise<Result<Pull>> {
  const { store } = deps;
  const before = store.cursor(calendar.id);
  return deps.provider(calendar.account).pull(
    {
      calendar,
      // The provider's cursor may have been made for more than the mirror has kept since.
      cursor: before !== null && covers(before.needs, needs) ? before.cursor : null,
      window,
      needs,
      written: (remoteId) => store.blockByRemoteId(calendar.id, remoteId)?.written ?? null,
      holds: (remoteId) => isHeld(deps, calendar, remoteId),
    },
    signal,
  );
}

function isHeld({ store }: EngineDeps, { id }: Calendar, remoteId: string): boolean {
  const block = store.blockByRemoteId(id, remoteId);
  if (block !== null) return block.state === 'live' || block.state === 'deleting';
  return store.hasEvent(id, eventIdOf(remoteId));
}
