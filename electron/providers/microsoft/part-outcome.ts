import { canonicalContent, type RemoteBlock } from '../../../shared/model/block.ts';
import { isSameBlock } from '../../../shared/model/marker.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import type { Failure } from '../../ports/outcome.ts';
import type { CreateWrite, Write, WriteOutcome } from '../../ports/provider.ts';
import { parseJson } from '../transport/parse-json.ts';
import { classifyResponse } from './classify-response.ts';
import { graphError } from './error-code.ts';
import { timeOf } from './normalise-event.ts';
import type { PartAnswer } from './write-parts.ts';
import { wireEvent, type WireEvent } from './wire-event.ts';

export type Outcome = WriteOutcome extends infer O
  ? O extends { ref: string }
    ? Omit<O, 'ref'>
    : never
  : never;

/** What an answer means for its write: settled, or a question that only another request can answer. */
export type Reading =
  | { readonly kind: 'settled'; readonly outcome: Outcome }
  /** The transaction id was used before, by the event named here (or nobody says which). */
  | { readonly kind: 'duplicate'; readonly existingEventId: string | null }
  /** 412: somebody, or Exchange itself, changed the event since we read it. */
  | { readonly kind: 'moved' }
  /** The answer leaves open what was done. */
  | { readonly kind: 'unclear' }
  | { readonly kind: 'throttled'; readonly retryAfterMs: number | null };

/** The write was taken, but what came back does not tell what was done: it has to be looked for. */
export const UNREADABLE: Outcome = {
  kind: 'unreachable',
  maybeApplied: true,
  code: 'graph-answer',
};

/** The transport has waited and tried as long as it may: what it reports is final for this cycle. */
export function failed(failure: Failure): Reading {
  return { kind: 'settled', outcome: failure };
}

/** Reads the answer to one write. Pure. */
export function readAnswer(write: Write, answer: PartAnswer, now: Instant): Reading {
  const settled = (outcome: Outcome): Reading => ({ kind: 'settled', outcome });
  const failure = classifyResponse(answer, now);
  if (failure?.kind === 'throttled') return failure;
  if (failure !== null) return settled(failure);
  const { status } = answer;
  if (status < 300) return write.kind === 'delete' ? removedBy(answer) : written(write, answer);
  if (status === 404 || status === 410) return settled({ kind: 'gone' });
  if (status === 412) return { kind: 'moved' };
  const { code, existingEventId } = graphError(answer);
  if (write.kind === 'create' && (code === 'ErrorDuplicateTransactionId' || status === 409)) {
    return { kind: 'duplicate', existingEventId };
  }
  if (status === 409) return { kind: 'moved' };
  return settled({ kind: 'forbidden', code: code === '' ? `graph-${status}` : code });
}

/** Graph answers a deletion with 204; whatever else, even an empty 200, may come from what lies between (F22). */
function removedBy({ status }: PartAnswer): Reading {
  return status === 204 ? { kind: 'settled', outcome: { kind: 'removed' } } : { kind: 'unclear' };
}

function written(write: Exclude<Write, { kind: 'delete' }>, answer: PartAnswer): Reading {
  const json = parseJson(answer);
  const parsed = wireEvent.safeParse(json.kind === 'ok' ? json.value : null);
  if (!parsed.success)
    return write.kind === 'create' ? { kind: 'settled', outcome: UNREADABLE } : { kind: 'unclear' };
  const { id, '@odata.etag': etag = null } = parsed.data;
  return write.kind === 'create' && isAnother(parsed.data, write)
    ? { kind: 'duplicate', existingEventId: id }
    : { kind: 'settled', outcome: { kind: 'written', remoteId: id, etag } };
}

/**
 * A transaction id that was used before may be answered with the event it made then, as if it were new: a ledger that
 * was lost since knows nothing of it (F15). Told by time and title; what is not said is taken to be as sent.
 */
function isAnother(event: WireEvent, { content: sent }: CreateWrite): boolean {
  const time = timeOf(event) ?? sent.time;
  return (
    time.kind !== sent.time.kind ||
    time.start !== sent.time.start ||
    time.end !== sent.time.end ||
    (event.subject ?? sent.title) !== sent.title
  );
}

/** What a second look says about a create whose transaction id was taken. */
export function afterDuplicate(write: CreateWrite, there: RemoteBlock | null): Outcome {
  return there !== null && isSameBlock(there.marker, write.marker)
    ? { kind: 'exists', block: there }
    : { kind: 'idTaken' };
}

/**
 * What a second look says about a change that met 412: try again with the fresh etag, or leave it. Exchange rewrites
 * etags by itself some seconds after a create, so that a new etag alone means nothing (providers.md 2.5).
 */
export function afterMoved(
  write: Exclude<Write, CreateWrite>,
  there: RemoteBlock | null,
): Outcome | { readonly kind: 'retry'; readonly etag: string | null } {
  if (there === null || !isSameBlock(there.marker, write.marker)) return { kind: 'notOurs' };
  const sameMarker = there.marker.fingerprint === write.marker.fingerprint;
  const retry = { kind: 'retry', etag: there.etag } as const;
  if (write.kind === 'delete') return sameMarker ? retry : { kind: 'changed', block: there };
  if (!sameMarker) return retry;
  // The marker of this very write: it took effect, unless somebody has been at it since.
  return canonicalContent(there.content) === canonicalContent(write.content)
    ? { kind: 'written', remoteId: there.remoteId, etag: there.etag }
    : { kind: 'changed', block: there };
}
