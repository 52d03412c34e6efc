import type { BlockRecord } from '../../shared/model/block-record.ts';
import type { CalendarId } from '../../shared/model/ids.ts';
import { keyOfOperation, type Operation } from '../../shared/plan/operation.ts';
import type { Intent } from '../ports/store.ts';
import { auditResult } from './audit-write.ts';
import type { EngineDeps } from './engine-deps.ts';

/**
 * What a read tells of writes to its calendar whose answer nobody heard: they are outstanding no more, and the log says what
 * became of them. To be called in the read's transaction, after the ledger has taken the read in.
 */
export function hearLateAnswers(deps: EngineDeps, target: CalendarId): void {
  const { store, clock } = deps;
  for (const { kind, intended, previous, at } of store.openIntents()) {
    if (intended.target !== target) continue;
    const row = store.blockByKey(target, intended.key);
    // A write of the future was dated by a clock that has been put right since.
    const since = at <= clock.now() ? at : clock.now();
    const outcome = lateAnswer({ kind, previous, at: since }, row);
    if (outcome !== null) answerLate(deps, kind, intended, outcome);
  }
}

/**
 * A change or a deletion whose answer was lost, and that no plan wants any more, is not sent again: only a complete read of
 * its calendar tells what became of it. A creation is looked for by its marker.
 */
export function askForLateAnswers(
  { store }: Pick<EngineDeps, 'store'>,
  planned: readonly Operation[],
): void {
  const open = store.openIntents().filter(({ kind }) => kind !== 'create');
  if (open.length === 0) return;
  const wanted = new Set(planned.map((one) => `${one.target} ${keyOfOperation(one)}`));
  for (const { intended } of open)
    if (!wanted.has(`${intended.target} ${intended.key}`)) store.dropCursor(intended.target);
}

/** Closes a write whose answer was never heard: it is outstanding no more, and the log says what became of it. */
export function answerLate(
  { store, clock }: Pick<EngineDeps, 'store' | 'clock'>,
  action: Intent['kind'],
  { target, key, slot }: BlockRecord,
  outcome: LateAnswer,
): void {
  const ref = `${target} ${key}`;
  const announced = store.intent(ref)?.audit ?? null;
  auditResult(
    { store, clock },
    { action, rule: slot?.rule ?? null, target, key },
    outcome,
    announced,
  );
  store.settleIntent(ref);
}

type LateAnswer = 'found' | 'gone' | 'notDone';

/** Null while the read leaves it open. `row` is what the ledger holds of the block after the read. */
function lateAnswer(
  { kind, previous, at }: Pick<Intent, 'kind' | 'previous' | 'at'>,
  row: BlockRecord | null,
): LateAnswer | null {
  if (kind === 'create') return row === null || row.state === 'creating' ? null : 'found';
  if (row === null || row.state === 'gone' || row.state === 'dismissed') return 'gone';
  if (kind === 'update' && row.written !== previous?.written) return 'found';
  const seen = row.state === 'live' && row.seenAt !== null && row.seenAt >= at;
  return seen ? 'notDone' : null;
}
