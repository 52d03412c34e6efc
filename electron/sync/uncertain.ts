import type { MarkedEvent, RemoteBlock } from '../../shared/model/block.ts';
import type { BlockRecord } from '../../shared/model/block-record.ts';
import type { CalendarId } from '../../shared/model/ids.ts';
import { isSameBlock } from '../../shared/model/marker.ts';
import { ok, type Result } from '../ports/outcome.ts';
import type { CreateWrite } from '../ports/provider.ts';
import { understood } from '../ports/understood.ts';
import type { CycleScene } from './cycle-scene.ts';
import type { Dirty } from './dirty.ts';
import type { EngineDeps } from './engine-deps.ts';
import { answerLate } from './late-answers.ts';
import { orderFor, type Order } from './order.ts';
import type { PushTally } from './push.ts';
import { adopted } from './settle.ts';

export interface Resolved {
  /** What is still to be done, reworded by what was found. */
  readonly remaining: readonly Order['operation'][];
  /** What could not be looked for, and so is not done either. */
  readonly failures: PushTally['failures'];
}

/** From so many on, one list of all blocks of a calendar is cheaper than a search for each. */
const MANY = 4;

/**
 * Creates whose answer was lost are looked for by their marker before anything else is done to them
 * (sync-engine.md, Identity).
 */
export async function resolveUncertain(
  deps: EngineDeps,
  scene: CycleScene,
  operations: readonly Order['operation'][],
  dirty: Dirty,
  signal: AbortSignal,
): Promise<Resolved> {
  const remaining: Order['operation'][] = [];
  const failures: PushTally['failures'] = [];
  const searches = new Map<Order['operation'], Search>();
  for (const operation of operations) {
    const search = searchFor(deps, scene, operation);
    if (search === null) remaining.push(operation);
    else searches.set(operation, search);
  }
  const lists = await listMany(deps, [...searches.values()], signal);
  for (const [operation, search] of searches) {
    const list = lists.get(search.write.calendar.id);
    const found =
      list === undefined
        ? await deps.provider(search.account).findBlock(search.write, signal)
        : findIn(list, search);
    if (found.kind !== 'ok') {
      dirty.markBlock(operation.target, search.record.content.time, scene.settings.zone);
      failures.push({ target: operation.target, failure: found });
      continue;
    }
    const next = reword(deps, operation, search.record, found.value);
    if (next !== null) remaining.push(next);
  }
  return { remaining, failures };
}

type BlockList = Result<readonly MarkedEvent[]>;

/** The blocks of calendars on which many creates are uncertain, each read once. */
async function listMany(
  deps: EngineDeps,
  searches: readonly Search[],
  signal: AbortSignal,
): Promise<ReadonlyMap<CalendarId, BlockList>> {
  const byCalendar = new Map<CalendarId, Search[]>();
  for (const search of searches) {
    const { id } = search.write.calendar;
    byCalendar.set(id, [...(byCalendar.get(id) ?? []), search]);
  }
  const lists = new Map<CalendarId, BlockList>();
  for (const [id, [first, ...others]] of byCalendar) {
    if (first === undefined || others.length + 1 < MANY) continue;
    const { account, write } = first;
    lists.set(id, await deps.provider(account).findAllBlocks(write.calendar, signal));
  }
  return lists;
}

function findIn(list: BlockList, { write }: Search): Result<RemoteBlock | null> {
  if (list.kind !== 'ok') return list;
  const same = list.value.find(({ marker }) => isSameBlock(marker, write.marker));
  return same === undefined ? ok(null) : understood(same);
}

interface Search {
  readonly account: Parameters<EngineDeps['provider']>[0];
  readonly write: CreateWrite;
  readonly record: BlockRecord;
}

function searchFor(
  deps: EngineDeps,
  scene: CycleScene,
  operation: Order['operation'],
): Search | null {
  const key = operation.kind === 'create' ? operation.key : operation.record.key;
  const record = deps.store.blockByKey(operation.target, key);
  const calendar = scene.byId.get(operation.target);
  if (
    record === null ||
    calendar === undefined ||
    record.state !== 'creating' ||
    record.slot === null
  )
    return null;
  const order = orderFor(
    {
      kind: 'create',
      target: record.target,
      slot: record.slot,
      key: record.key,
      generation: record.generation,
      content: record.content,
      written: record.written,
      uncertain: true,
    },
    calendar,
    deps.vault,
  );
  return order?.write.kind === 'create'
    ? { account: calendar.account, write: order.write, record }
    : null;
}

function reword(
  { store, clock }: EngineDeps,
  operation: Order['operation'],
  record: BlockRecord,
  block: RemoteBlock | null,
): Order['operation'] | null {
  if (block === null) {
    if (operation.kind === 'create') return { ...operation, uncertain: false };
    store.transaction(() => {
      store.removeBlock(record.target, record.key);
      answerLate({ store, clock }, 'create', record, 'notDone');
    });
    return null;
  }
  const live = adopted(record, block, clock.now());
  store.transaction(() => {
    store.saveBlock(live);
    answerLate({ store, clock }, 'create', record, 'found');
  });
  if (operation.kind === 'delete') return { ...operation, record: live };
  if (live.written === operation.written) return null;
  return {
    kind: 'update',
    target: operation.target,
    record: live,
    slot: operation.slot,
    content: operation.content,
    written: operation.written,
    cause: 'source',
  };
}
