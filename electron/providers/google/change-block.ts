import { canonicalContent, type RemoteBlock } from '../../../shared/model/block.ts';
import { formatMarker, isSameBlock } from '../../../shared/model/marker.ts';
import type { Failure, Result } from '../../ports/outcome.ts';
import type { CreateWrite, Write } from '../../ports/provider.ts';
import type { TransportResponse } from '../transport/types.ts';
import type { GoogleApi } from './api.ts';
import { changeBody } from './block-body.ts';
import { blockIn, readBlock } from './read-block.ts';
import { refusal } from './refusal.ts';
import { MARKER_LOST, QUIET, UNREADABLE, type Outcome } from './write-outcome.ts';

type ChangeWrite = Exclude<Write, CreateWrite>;
type Send = (etag: string) => Promise<Result<TransportResponse>>;

/** Writes new content into a block, unless somebody was faster. */
export function updateBlock(
  api: GoogleApi,
  write: Extract<Write, { kind: 'update' }>,
  signal: AbortSignal,
): Promise<Outcome> {
  const { calendar, remoteId, content, marker } = write;
  const patch: Send = (etag) =>
    api.send(
      { kind: 'update', ifMatch: etag },
      ({ events }, options) =>
        events.patch(
          {
            calendarId: calendar.remoteId,
            eventId: remoteId,
            ...QUIET,
            requestBody: changeBody(content, marker),
          },
          options,
        ),
      signal,
    );
  return conditionally(api, write, patch, signal, (response) => {
    const shown = blockIn(response, calendar);
    if (shown.kind !== 'ok') return UNREADABLE;
    return shown.value === null || formatMarker(shown.value.marker) !== formatMarker(marker)
      ? MARKER_LOST
      : writtenAs(shown.value);
  });
}

/** Deletes a block, unless somebody has changed it since. */
export async function deleteBlock(
  api: GoogleApi,
  write: Extract<Write, { kind: 'delete' }>,
  signal: AbortSignal,
): Promise<Outcome> {
  const { calendar, remoteId } = write;
  const erase: Send = (etag) =>
    api.send(
      { kind: 'delete', ifMatch: etag },
      ({ events }, options) =>
        events.delete({ calendarId: calendar.remoteId, eventId: remoteId, ...QUIET }, options),
      signal,
    );
  // Google answers a deletion with 204. Another answer, even an empty one, may come from what lies between (F22).
  const outcome = await conditionally(api, write, erase, signal, ({ status }) =>
    status === 204 ? { kind: 'removed' } : UNREADABLE,
  );
  if (outcome !== UNREADABLE) return outcome;
  const there = await readBlock(api, write.calendar, remoteId, signal);
  return there.kind === 'gone' ? { kind: 'removed' } : outcome;
}

/**
 * Sends a write that holds only for the version we know. Where none is known, or it is not the newest any more (412),
 * the event is looked at: it may not be ours any more, and a person's edit wins over what was planned without it.
 */
async function conditionally(
  api: GoogleApi,
  write: ChangeWrite,
  send: Send,
  signal: AbortSignal,
  done: (response: TransportResponse) => Outcome,
): Promise<Outcome> {
  let { etag } = write;
  for (;;) {
    if (etag !== null) {
      const answer = await send(etag);
      if (answer.kind === 'forbidden') return refusedOrGone(api, write, answer, signal);
      if (answer.kind !== 'ok') return answer;
      if (answer.value.status < 300) return done(answer.value);
      if (answer.value.status !== 412) return refusal(answer.value);
    }
    const there = await readBlock(api, write.calendar, write.remoteId, signal);
    if (there.kind !== 'ok') return there;
    const block = there.value;
    if (block === null || !isSameBlock(block.marker, write.marker)) return { kind: 'notOurs' };
    if (isDone(write, block)) return writtenAs(block);
    // A newer version may be somebody's edit: the next plan judges it.
    if (etag !== null || block.etag === null) return { kind: 'changed', block };
    ({ etag } = block);
  }
}

/** Google refuses to touch some deleted events with 403, as if it were a matter of rights. */
async function refusedOrGone(
  api: GoogleApi,
  { calendar, remoteId }: ChangeWrite,
  refused: Failure,
  signal: AbortSignal,
): Promise<Outcome> {
  const there = await readBlock(api, calendar, remoteId, signal);
  return there.kind === 'gone' ? there : refused;
}

/** Our own earlier try took effect, and only its answer was lost. */
function isDone(write: ChangeWrite, { marker, content }: RemoteBlock): boolean {
  return (
    write.kind === 'update' &&
    formatMarker(marker) === formatMarker(write.marker) &&
    canonicalContent(content) === canonicalContent(write.content)
  );
}

function writtenAs({ remoteId, etag }: RemoteBlock): Outcome {
  return { kind: 'written', remoteId, etag };
}
