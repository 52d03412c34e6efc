import type { Failure } from '../../ports/outcome.ts';
import type { Write, WriteJournal } from '../../ports/provider.ts';
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
  const state: { stopped: Failure | null; broken: boolean } = { stopped: null, broken: false };
  const queue = writes.values();
  const worker = async (): Promise<void> => {
    for (const write of queue) {
      if (state.broken) return;
      if (signal.aborted) state.stopped = { kind: 'aborted' };
      try {
        if (state.stopped !== null) {
          journal.after([{ ...state.stopped, ref: write.ref }]);
          continue;
        }
        journal.before([write.ref]);
        const outcome = await carryOut(write);
        if (isAccountWide(outcome)) state.stopped = outcome;
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

/** What one write's answer says about all of them: asking again for each would only be noise. */
function isAccountWide(
  outcome: Outcome,
): outcome is Extract<Failure, { kind: 'needsSignIn' | 'needsAdmin' }> {
  return outcome.kind === 'needsSignIn' || outcome.kind === 'needsAdmin';
}
