import { describe, expect, it } from 'vitest';
import type { CalendarId } from '../../../../../shared/model/ids.ts';
import type { Write, WriteJournal, WriteOutcome } from '../../../../../electron/ports/provider.ts';
import { applyWrites } from '../../../../../electron/providers/google/apply.ts';
import type { Outcome } from '../../../../../electron/providers/google/write-outcome.ts';
import { createWrite, never } from './google-bench.ts';

const removed: Outcome = { kind: 'removed' };

function writes(count: number): readonly Write[] {
  return Array.from({ length: count }, (_, index) => createWrite(`w${index}`));
}

function recorded(): {
  readonly journal: WriteJournal;
  readonly log: string[];
  readonly outcomes: WriteOutcome[];
} {
  const log: string[] = [];
  const outcomes: WriteOutcome[] = [];
  const journal: WriteJournal = {
    before: (refs) => log.push(...refs.map((ref) => `before ${ref}`)),
    after: (settled) => {
      outcomes.push(...settled);
      log.push(...settled.map(({ ref }) => `after ${ref}`));
    },
  };
  return { journal, log, outcomes };
}

const slower: Outcome = { kind: 'throttled', retryAfterMs: null };

/** Which writes were sent where each is answered so, and what came of all of them. */
async function answered(
  all: readonly Write[],
  answer: (write: Write) => Outcome,
): Promise<{ readonly sent: readonly string[]; readonly outcomes: readonly WriteOutcome[] }> {
  const { journal, outcomes } = recorded();
  const sent: string[] = [];
  const carryOut = (write: Write): Promise<Outcome> => {
    sent.push(write.ref);
    return Promise.resolve(answer(write));
  };
  await applyWrites(all, journal, carryOut, never);
  return { sent, outcomes };
}

describe('applying writes', () => {
  it('has each intent in the journal before its request leaves, and each outcome after', async () => {
    const { journal, log } = recorded();
    await applyWrites(
      writes(20),
      journal,
      ({ ref }) => {
        log.push(`sent ${ref}`);
        return Promise.resolve(removed);
      },
      never,
    );
    for (const { ref } of writes(20))
      expect(log.filter((line) => line.endsWith(` ${ref}`))).toEqual([
        `before ${ref}`,
        `sent ${ref}`,
        `after ${ref}`,
      ]);
  });

  it('keeps a few requests on their way at once, and no more', async () => {
    let running = 0;
    let most = 0;
    await applyWrites(
      writes(30),
      recorded().journal,
      async () => {
        most = Math.max(most, (running += 1));
        await Promise.resolve();
        running -= 1;
        return removed;
      },
      never,
    );
    expect(most).toBe(6);
  });

  it('gives every write an outcome when it is told to stop, and sends nothing more', async () => {
    const stop = new AbortController();
    const { journal, log, outcomes } = recorded();
    let sent = 0;
    await applyWrites(
      writes(40),
      journal,
      () => {
        sent += 1;
        stop.abort();
        return Promise.resolve(removed);
      },
      stop.signal,
    );
    expect(sent).toBeLessThanOrEqual(6);
    expect(outcomes).toHaveLength(40);
    expect(outcomes.filter(({ kind }) => kind === 'aborted')).toHaveLength(40 - sent);
    expect(log.filter((line) => line.startsWith('before'))).toHaveLength(sent);
  });

  it.each([
    { kind: 'needsSignIn', code: 'google-401' },
    { kind: 'needsAdmin', code: 'admin_policy_enforced' },
  ] as const)('does not ask a hundred times what $kind has answered once', async (failure) => {
    const { journal, outcomes } = recorded();
    let sent = 0;
    await applyWrites(
      writes(100),
      journal,
      () => {
        sent += 1;
        return Promise.resolve(failure);
      },
      never,
    );
    expect(sent).toBeLessThanOrEqual(6);
    expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set([failure.kind]));
    expect(outcomes).toHaveLength(100);
  });

  it('makes no more blocks on a calendar that refused one, and goes on with all else', async () => {
    const other = { id: 'google:other' as CalendarId, remoteId: 'other' };
    const fine = writes(30).map((write) => ({ ...write, ref: `o${write.ref}`, calendar: other }));
    const { sent, outcomes } = await answered([...writes(30), ...fine], ({ calendar }) =>
      calendar === other ? removed : { kind: 'forbidden', code: 'requiredAccessLevel' },
    );
    expect(sent.filter((ref) => ref.startsWith('w')).length).toBeLessThanOrEqual(6);
    expect(sent.filter((ref) => ref.startsWith('o'))).toHaveLength(30);
    expect(outcomes.filter(({ kind }) => kind === 'forbidden')).toHaveLength(30);
  });

  it('sends each block on its own merits where the refusal is of what one of them holds', async () => {
    const { sent } = await answered(writes(30), () => ({ kind: 'forbidden', code: 'invalid' }));
    expect(sent).toHaveLength(30);
  });

  it('gives up for now where a whole row of writes is told to slow down', async () => {
    const { sent, outcomes } = await answered(writes(100), () => slower);
    expect(sent.length).toBeLessThanOrEqual(12);
    expect(outcomes.filter(({ kind }) => kind === 'throttled')).toHaveLength(100);
  });

  it('goes on as long as some get through', async () => {
    const { sent } = await answered(writes(100), ({ ref }) =>
      Number(ref.slice(1)) % 3 === 0 ? removed : slower,
    );
    expect(sent).toHaveLength(100);
  });

  it('sends nothing that the journal could not take, and ends only when all requests have', async () => {
    const { journal, outcomes } = recorded();
    let begun = 0;
    let sent = 0;
    let ended = 0;
    const full: WriteJournal = {
      ...journal,
      before: () => {
        begun += 1;
        if (begun > 3) throw new Error('disk full');
      },
    };
    const work = applyWrites(
      writes(30),
      full,
      async () => {
        sent += 1;
        await new Promise((resolve) => setImmediate(resolve));
        ended += 1;
        return removed;
      },
      never,
    );
    await expect(work).rejects.toThrow('disk full');
    expect([sent, ended, outcomes.length]).toEqual([3, 3, 3]);
  });

  it('has nothing to do for no writes', async () => {
    const { journal, log } = recorded();
    await applyWrites([], journal, () => Promise.resolve(removed), never);
    expect(log).toEqual([]);
  });
});
