import type { RemoteBlock } from '../../shared/model/block.ts';
import type { Calendar } from '../../shared/model/calendar.ts';
import type { AccountId, CalendarId } from '../../shared/model/ids.ts';
import { allDone } from '../ports/all-done.ts';
import type { Failure } from '../ports/outcome.ts';
import type { Write } from '../ports/provider.ts';
import type { EngineDeps } from './engine-deps.ts';
import { forEachLimited } from './limit.ts';
import { listCalendars } from './list-calendars.ts';
import { removalJournal } from './removal-journal.ts';

export interface PurgeOptions {
  /** Also blocks that other vaults wrote: for a profile whose vault is lost. */
  readonly anyVault: boolean;
  /** One account only. */
  readonly only?: AccountId;
}

export interface PurgeReport {
  readonly ok: boolean;
  readonly removed: number;
  /** Blocks of other vaults that were found and left alone. */
  readonly foreign: number;
  readonly failed: number;
  readonly failures: readonly {
    readonly account: AccountId;
    readonly calendar: CalendarId | null;
    readonly failure: Failure;
  }[];
}

/**
 * Removes every block ever written, found by its marker in every calendar that can be written, so that the calendars
 * are as if the program had never run. Needs neither ledger nor mirror (sync-engine.md, Safety 7).
 */
export async function purge(
  deps: EngineDeps,
  { anyVault, only }: PurgeOptions,
  signal: AbortSignal,
): Promise<PurgeReport> {
  const { store, clock } = deps;
  const failures: PurgeReport['failures'][number][] = [];
  const accounts = deps.settings().accounts.filter(({ id }) => only === undefined || id === only);
  for (const { account, failure } of await listCalendars(deps, signal, true)) {
    if (failure !== null && accounts.some(({ id }) => id === account))
      failures.push({ account, calendar: null, failure });
  }
  const counts = { removed: 0, foreign: 0, failed: 0 };
  await allDone(
    accounts.map(async ({ id }) => {
      const calendars = store
        .calendars()
        .filter(({ account, canWrite }) => account === id && canWrite);
      await forEachLimited(calendars, 2, async (calendar) => {
        const found = await deps.provider(id).findAllBlocks(calendar, signal);
        if (found.kind !== 'ok') {
          failures.push({ account: id, calendar: calendar.id, failure: found });
          return;
        }
        const ours = found.value.filter(({ marker }) => anyVault || marker.vault === deps.vault.id);
        counts.foreign += found.value.length - ours.length;
        await removeAll(
          deps,
          calendar,
          ours,
          counts,
          (failure) => failures.push({ account: id, calendar: calendar.id, failure }),
          signal,
        );
      });
    }),
  );
  store.appendAudit({
    at: clock.now(),
    action: 'purge',
    by: 'person',
    rule: null,
    target: null,
    key: null,
    outcome: `removed ${counts.removed}`,
  });
  return { ok: failures.length === 0 && counts.failed === 0, ...counts, failures };
}

async function removeAll(
  deps: EngineDeps,
  calendar: Calendar,
  blocks: readonly RemoteBlock[],
  counts: { removed: number; failed: number },
  fail: (failure: Failure) => void,
  signal: AbortSignal,
): Promise<void> {
  const { store } = deps;
  const target = calendar.id;
  const byRef = new Map(
    blocks.map((block) => [`purge ${target} ${block.remoteId}`, { target, block }]),
  );
  const writes = [...byRef].map(([ref, { block }]): Write => {
    const { remoteId, etag, marker } = block;
    return { kind: 'delete', ref, calendar, remoteId, etag, marker };
  });
  if (writes.length === 0) return;
  const journal = removalJournal(deps, byRef, ({ block }, outcome) => {
    if (outcome.kind === 'removed' || outcome.kind === 'gone') {
      counts.removed += 1;
      const record = store.blockByRemoteId(target, block.remoteId);
      if (record !== null)
        store.saveBlock({ ...record, state: 'gone', etag: null, writtenAt: deps.clock.now() });
    } else {
      counts.failed += 1;
      if (isFailure(outcome)) fail(outcome);
    }
  });
  await deps.provider(calendar.account).apply(writes, journal, signal);
}

function isFailure(outcome: { readonly kind: string }): outcome is Failure {
  return !['written', 'removed', 'exists', 'idTaken', 'changed', 'notOurs'].includes(outcome.kind);
}
