import type { MarkedEvent } from '../../shared/model/block.ts';
import type { Calendar } from '../../shared/model/calendar.ts';
import type { Account } from '../../shared/model/account.ts';
import type { AccountId, CalendarId } from '../../shared/model/ids.ts';
import { stands } from '../../shared/plan/stopped.ts';
import { stoppedAccounts } from '../../shared/policy/stops.ts';
import { standIns } from '../../shared/rules/same-calendar.ts';
import { allDone } from '../ports/all-done.ts';
import type { Failure } from '../ports/outcome.ts';
import type { Write } from '../ports/provider.ts';
import type { EngineDeps } from './engine-deps.ts';
import { forEachLimited } from './limit.ts';
import { calendarsOfLeaving, listAccount } from './list-calendars.ts';
import { removalJournal } from './removal-journal.ts';

export interface PurgeOptions {
  /** Also blocks that other vaults wrote: for a profile whose vault is lost. */
  readonly anyVault: boolean;
  /** One account only: what others that list the same calendars wrote there stays. */
  readonly only?: AccountId;
}

/** Blocks that nobody can remove from here: their calendar can't be written, or is not shown to the account any more. */
export interface LeftBlocks {
  readonly account: AccountId;
  /** `<account label>/<calendar>`. */
  readonly calendar: string;
  readonly blocks: number;
  readonly reason: 'readOnly' | 'notListed';
}

export interface PurgeReport {
  readonly ok: boolean;
  readonly removed: number;
  /** Blocks of other vaults that were found and left alone. */
  readonly foreign: number;
  readonly failed: number;
  readonly left: readonly LeftBlocks[];
  readonly failures: readonly {
    readonly account: AccountId;
    readonly calendar: CalendarId | null;
    readonly failure: Failure;
  }[];
}

/** How many blocks are, or may be, still there. */
export function leftBehind({ failed, failures, left }: PurgeReport): number {
  return Math.max(failed, failures.length) + left.reduce((sum, { blocks }) => sum + blocks, 0);
}

/**
 * Removes every block ever written, found by its marker in every calendar that can be written, so that the calendars
 * are as if the program had never run. Needs neither ledger nor mirror (sync-engine.md, Safety 7). What it can't remove it
 * names, with the reason.
 */
export async function purge(
  deps: EngineDeps,
  options: PurgeOptions,
  signal: AbortSignal,
): Promise<PurgeReport> {
  const { accounts, leaving } = deps.settings();
  const tally: Tally = { removed: 0, foreign: 0, failed: 0, left: [], failures: [] };
  await allDone(
    [...accounts, ...leaving]
      .filter(({ id }) => options.only === undefined || id === options.only)
      .map(async (account) => {
        const calendars = await calendarsFor(deps, account, tally, signal);
        const isOthers = options.only === undefined ? () => false : othersBlocks(deps, calendars);
        await forEachLimited(calendars, 2, (calendar) =>
          purgeCalendar(deps, calendar, { ...options, isOthers }, tally, signal),
        );
      }),
  );
  // An account on its way out is tried again and again: only what happened is told.
  if (options.only === undefined || tally.removed > 0)
    deps.store.appendAudit({
      at: deps.clock.now(),
      action: 'purge',
      by: 'person',
      rule: null,
      target: null,
      key: null,
      outcome: `removed ${tally.removed}`,
    });
  const { failures, failed, left } = tally;
  return { ...tally, ok: failures.length === 0 && failed === 0 && left.length === 0 };
}

interface Tally {
  removed: number;
  foreign: number;
  failed: number;
  readonly left: LeftBlocks[];
  readonly failures: PurgeReport['failures'][number][];
}

/** The calendars to look in: freshly listed, and where that fails those that are known. */
async function calendarsFor(
  deps: EngineDeps,
  account: Account,
  { failures }: Tally,
  signal: AbortSignal,
): Promise<readonly Calendar[]> {
  const { accounts, leaving, policy } = deps.settings();
  const { id } = account;
  if (leaving.some((one) => one.id === id)) {
    const listed = await calendarsOfLeaving(deps, account, signal);
    if (listed.kind === 'ok') return listed.value;
    failures.push({ account: id, calendar: null, failure: listed });
    return [];
  }
  const own = (): readonly Calendar[] =>
    deps.store.calendars().filter((calendar) => calendar.account === id);
  // Of a stopped account nothing new is read; what it is known to have may still be cleared.
  if (stoppedAccounts(policy.values, accounts, own()).has(id)) return own();
  const { failure } = await listAccount(deps, account, signal);
  if (failure !== null) failures.push({ account: id, calendar: null, failure });
  return own();
}

type IsOthers = (calendar: Calendar, block: MarkedEvent) => boolean;

/**
 * Which blocks on an account's calendars are those of an account that stays: it lists the same calendar, and the blocks
 * were written through its listing.
 */
function othersBlocks({ store }: EngineDeps, own: readonly Calendar[]): IsOthers {
  const ids = new Set(own.map(({ id }) => id));
  const standing = standIns([...store.calendars().filter(({ id }) => !ids.has(id)), ...own]);
  return ({ id }, { marker, remoteId }) =>
    store
      .blocksWithKey(marker.key)
      .some(
        (row) =>
          row.slot !== null &&
          stands(row) &&
          !ids.has(row.target) &&
          (row.remoteId === remoteId || standing.get(id)?.id === row.target),
      );
}

async function purgeCalendar(
  deps: EngineDeps,
  calendar: Calendar,
  { anyVault, isOthers }: PurgeOptions & { readonly isOthers: IsOthers },
  tally: Tally,
  signal: AbortSignal,
): Promise<void> {
  const { account, id, ref, canRead, canWrite } = calendar;
  const leave = (blocks: number, reason: LeftBlocks['reason']): void => {
    if (blocks > 0) tally.left.push({ account, calendar: ref, blocks, reason });
  };
  if (!canRead && !canWrite) {
    // It can't be looked into: what the ledger knows of it is all that can be said.
    leave(deps.store.blocksOn(id).filter(({ state }) => state === 'live').length, 'notListed');
    return;
  }
  const found = await deps.provider(account).findAllBlocks(calendar, signal);
  if (found.kind !== 'ok') {
    tally.failures.push({ account, calendar: id, failure: found });
    return;
  }
  const marked = found.value.filter(({ marker }) => anyVault || marker.vault === deps.vault.id);
  tally.foreign += found.value.length - marked.length;
  const ours = marked.filter((block) => !isOthers(calendar, block));
  if (canWrite) await removeAll(deps, calendar, ours, tally, signal);
  else leave(ours.length, 'readOnly');
}

async function removeAll(
  deps: EngineDeps,
  calendar: Calendar,
  blocks: readonly MarkedEvent[],
  tally: Tally,
  signal: AbortSignal,
): Promise<void> {
  const { store } = deps;
  const { id: target, account } = calendar;
  const byRef = new Map(
    blocks.map((block) => [`purge ${target} ${block.remoteId}`, { target, block }]),
  );
  const writes = [...byRef].map(([ref, { block }]): Write => {
    const { remoteId, etag, marker } = block;
    return { kind: 'delete', ref, calendar, remoteId, etag, marker };
  });
  if (writes.length === 0) return;
  let unanswered = writes.length;
  const journal = removalJournal(deps, byRef, ({ block }, outcome) => {
    unanswered -= 1;
    if (outcome.kind === 'removed' || outcome.kind === 'gone') {
      tally.removed += 1;
      const record = store.blockByRemoteId(target, block.remoteId);
      if (record !== null)
        store.saveBlock({ ...record, state: 'gone', etag: null, writtenAt: deps.clock.now() });
    } else {
      tally.failed += 1;
      if (isFailure(outcome)) tally.failures.push({ account, calendar: target, failure: outcome });
    }
  });
  await deps.provider(account).apply(writes, journal, signal);
  // What was cut off before its turn is still there.
  tally.failed += unanswered;
}

function isFailure(outcome: { readonly kind: string }): outcome is Failure {
  return !['written', 'removed', 'exists', 'idTaken', 'changed', 'notOurs'].includes(outcome.kind);
}
