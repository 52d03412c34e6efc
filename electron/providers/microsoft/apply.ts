import { allDone } from '../../ports/all-done.ts';
import type { Clock } from '../../ports/clock.ts';
import type { CreateWrite, Write, WriteJournal, WriteOutcome } from '../../ports/provider.ts';
import type { GraphApi } from './api.ts';
import {
  afterDuplicate,
  afterMoved,
  UNREADABLE,
  type Outcome,
  type Reading,
} from './part-outcome.ts';
import { findBlock } from './find-blocks.ts';
import { readBlock } from './read-block.ts';
import { sendAlone, sendParts, type Sending } from './send-parts.ts';
import { partOf, type Part } from './write-parts.ts';

/** Graph docs, JSON batching: at most this many parts; each counts as a request for the limits. */
const BATCH_SIZE = 20;
/** A mailbox runs four requests at once; the transport narrows this when it is refused. */
const BATCHES_AT_ONCE = 4;
/** How often throttled parts are sent again where not one of them gets through. */
const FRUITLESS_TRIES = 3;
/** How long one batch waits within a cycle, all its pauses together. */
const LONGEST_WAIT_MS = 60_000;
const DEFAULT_WAIT_MS = 2_000;

export interface ApplyDeps {
  readonly api: GraphApi;
  readonly clock: Clock;
}

/** Carries out an account's writes in batches; each part has an outcome of its own (providers.md 3.4). */
export async function applyMicrosoft(
  { api, clock }: ApplyDeps,
  writes: readonly Write[],
  journal: WriteJournal,
  signal: AbortSignal,
): Promise<void> {
  const deps: Sending = { api, clock, server: { batches: true } };
  const batches: Write[][] = [];
  for (let at = 0; at < writes.length; at += BATCH_SIZE)
    batches.push(writes.slice(at, at + BATCH_SIZE));
  const queue = batches.values();
  const worker = async (): Promise<void> => {
    for (const batch of queue) {
      // Each write has its outcome, or nobody would plan those again that never left.
      if (signal.aborted) journal.after(batch.map(({ ref }) => ({ kind: 'aborted', ref })));
      else await applyBatch(deps, batch, journal, signal);
    }
  };
  await allDone(Array.from({ length: Math.min(BATCHES_AT_ONCE, batches.length) }, worker));
}

async function applyBatch(
  deps: Sending,
  batch: readonly Write[],
  journal: WriteJournal,
  signal: AbortSignal,
): Promise<void> {
  let parts = await verified(deps, batch, journal, signal);
  let fruitless = 0;
  let waited = 0;
  while (parts.length > 0) {
    journal.before(parts.map(({ write }) => write.ref));
    const readings = await sendParts(deps, parts, signal);
    const settled: WriteOutcome[] = [];
    const throttled: { readonly part: Part; readonly waitMs: number | null }[] = [];
    const open: { readonly part: Part; readonly reading: Reading }[] = [];
    for (const [part, reading] of readings) {
      if (reading.kind === 'settled') settled.push({ ...reading.outcome, ref: part.write.ref });
      else if (reading.kind === 'throttled') throttled.push({ part, waitMs: reading.retryAfterMs });
      else open.push({ part, reading });
    }
    if (settled.length > 0) journal.after(settled);
    for (const { part, reading } of open)
      journal.after([{ ...(await look(deps, part.write, reading, signal)), ref: part.write.ref }]);
    if (throttled.length === 0) return;
    fruitless = throttled.length < parts.length ? 0 : fruitless + 1;
    const waitMs = Math.max(
      ...throttled.map(({ waitMs: asked }) => asked ?? DEFAULT_WAIT_MS * (fruitless + 1)),
    );
    waited += waitMs;
    const again =
      fruitless < FRUITLESS_TRIES &&
      waited <= LONGEST_WAIT_MS &&
      (await slept(deps, waitMs, signal));
    if (!again) {
      journal.after(
        throttled.map(({ part }) => ({
          kind: 'throttled',
          retryAfterMs: waitMs,
          ref: part.write.ref,
        })),
      );
      return;
    }
    parts = throttled.map(({ part }) => part);
  }
}

/** Every change and deletion is conditional: where no etag is known the event is looked at first (security.md I4). */
async function verified(
  deps: Sending,
  batch: readonly Write[],
  journal: WriteJournal,
  signal: AbortSignal,
): Promise<readonly Part[]> {
  const parts: Part[] = [];
  for (const write of batch) {
    if (write.kind === 'create') parts.push(partOf(write, null));
    else if (write.etag !== null) parts.push(partOf(write, write.etag));
    else {
      journal.before([write.ref]);
      const next = await second(deps, write, signal);
      if (next.kind === 'retry') parts.push(partOf(write, next.etag));
      else journal.after([{ ...next, ref: write.ref }]);
    }
  }
  return parts;
}

/** Answers the questions that an answer left open, by looking at the event. */
async function look(
  deps: Sending,
  write: Write,
  reading: Reading,
  signal: AbortSignal,
): Promise<Outcome> {
  if (write.kind === 'create') {
    const named = reading.kind === 'duplicate' ? reading.existingEventId : null;
    const there =
      named === null
        ? await findBlock(deps.api, write, signal)
        : await readBlock(deps.api, write.calendar, named, signal);
    if (there.kind === 'gone') return { kind: 'idTaken' };
    return there.kind === 'ok' ? afterDuplicate(write, there.value) : there;
  }
  const next = await second(deps, write, signal);
  if (next.kind === 'retry') return onceMore(deps, write, next.etag, signal);
  // What can't be looked at may have been done.
  return reading.kind === 'unclear' && !tells.has(next.kind) ? UNREADABLE : next;
}

/** What a look says of the event; all else says only that there was none. */
const tells: ReadonlySet<Outcome['kind']> = new Set(['gone', 'notOurs', 'changed', 'written']);

async function onceMore(
  deps: Sending,
  write: Exclude<Write, CreateWrite>,
  etag: string | null,
  signal: AbortSignal,
): Promise<Outcome> {
  const again = await sendAlone(deps, partOf(write, etag), signal);
  if (again.kind === 'settled') return again.outcome;
  if (again.kind === 'throttled') return again;
  const unclear = again.kind === 'unclear';
  const there = await readBlock(deps.api, write.calendar, write.remoteId, signal);
  if (there.kind !== 'ok') return unclear && there.kind !== 'gone' ? UNREADABLE : there;
  if (there.value === null) return { kind: 'notOurs' };
  const next = afterMoved(write, there.value);
  if (next.kind !== 'retry') return next;
  // Twice in a row: somebody is at it right now. The next cycle reads it anew.
  return unclear ? UNREADABLE : { kind: 'changed', block: there.value };
}

async function second(
  { api }: ApplyDeps,
  write: Exclude<Write, CreateWrite>,
  signal: AbortSignal,
): Promise<ReturnType<typeof afterMoved>> {
  const there = await readBlock(api, write.calendar, write.remoteId, signal);
  return there.kind === 'ok' ? afterMoved(write, there.value) : there;
}

async function slept({ clock }: ApplyDeps, ms: number, signal: AbortSignal): Promise<boolean> {
  if (ms === 0) return !signal.aborted;
  try {
    await clock.sleep(ms, signal);
    return true;
  } catch {
    return false;
  }
}
