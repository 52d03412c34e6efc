import type { MarkedEvent } from '../../shared/model/block.ts';
import type { CalendarId } from '../../shared/model/ids.ts';
import type { WriteJournal, WriteOutcome } from '../ports/provider.ts';
import { auditIntent, auditResult, type BlockDeed } from './audit-write.ts';
import type { EngineDeps } from './engine-deps.ts';

/** A block to be removed by what was read of it, without a plan: a second copy, or all of them. */
export interface Removal {
  readonly target: CalendarId;
  readonly block: Pick<MarkedEvent, 'remoteId' | 'etag' | 'marker'>;
}

/** Tells the audit log of each removal, before and after. `settled` is called in the transaction of the result. */
export function removalJournal(
  deps: Pick<EngineDeps, 'store' | 'clock'>,
  byRef: ReadonlyMap<string, Removal>,
  settled: (removal: Removal, outcome: WriteOutcome) => void,
): WriteJournal {
  const { store } = deps;
  const intents = new Map<string, number>();
  const named = (ref: string): Removal => {
    const removal = byRef.get(ref);
    if (removal === undefined)
      throw new Error('A provider answered for a write that it was not given');
    return removal;
  };
  return {
    before: (refs) =>
      store.transaction(() => {
        // What is sent once more was announced already.
        for (const ref of refs.filter((one) => !intents.has(one)))
          intents.set(ref, auditIntent(deps, deedOf(deps, named(ref))));
      }),
    after: (outcomes) =>
      store.transaction(() => {
        for (const outcome of outcomes) {
          const removal = named(outcome.ref);
          const intent = intents.get(outcome.ref) ?? null;
          auditResult(deps, deedOf(deps, removal), outcome.kind, intent);
          settled(removal, outcome);
        }
      }),
  };
}

function deedOf({ store }: Pick<EngineDeps, 'store'>, { target, block }: Removal): BlockDeed {
  const { key } = block.marker;
  const rule = store.blockByKey(target, key)?.slot?.rule ?? null;
  return { action: 'delete', rule, target, key };
}
