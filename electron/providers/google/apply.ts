import type { Write, WriteJournal } from '../../ports/provider.ts';
import { Verdicts } from './verdicts.ts';
import type { Outcome } from './write-outcome.ts';

/** Writes of one account on their way at once; the transport paces them below the quota. */
const WRITES_AT_ONCE = 6;

/**
 * Carries out writes a few at a time, each between its own two entries in the journal. Every write gets an outcome,
 * also those that were not sent. If the journal fails, nothing more is sent, and its error is passed on once the
 * requests under way have ended.
 */
export async function applyWrites(
  writes: readonly Write[],
  journal: WriteJournal,
  carryOut: (write: Write) => Promise<Outcome>,
  signal: AbortSignal,
): Promise<void> {
  const state = { broken: false };
  const verdicts = new Verdicts();
  const queue = writes.values();
  const worker = async (): Promise<void> => {
    for (const write of queue) {
      if (state.broken) return;
      if (signal.aborted) verdicts.stop({ kind: 'aborted' });
      try {
        const known = verdicts.on(write);
        if (known !== null) {
          journal.after([{ ...known, ref: write.ref }]);
          continue;
        }
        journal.before([write.ref]);
        const outcome = await carryOut(write);
        verdicts.learn(write, outcome);
        journal.after([{ ...outcome, ref: write.ref }]);
      } catch (error) {
        state.broken = true;
        throw error;
      }
    }
  };
  const workers = Array.from({ length: Math.min(WRITES_AT_ONCE, writes.length) }, worker);
  for (const end of await Promise.allSettled(workers))
    if (end.status === 'rejected') throw end.reason;
}
