import { formatMarker, isSameBlock } from '../../../shared/model/marker.ts';
import type { CreateWrite } from '../../ports/provider.ts';
import type { GoogleApi } from './api.ts';
import { createBody } from './block-body.ts';
import { eventIdFor } from './event-id.ts';
import { blockIn, readBlock } from './read-block.ts';
import { refusal } from './refusal.ts';
import { MARKER_LOST, QUIET, UNREADABLE, type Outcome } from './write-outcome.ts';

/**
 * Makes a block under an id of our own, so that a second try meets the first one. What was made is read in the answer:
 * Google drops and cuts properties without a word.
 */
export async function createBlock(
  api: GoogleApi,
  write: CreateWrite,
  signal: AbortSignal,
): Promise<Outcome> {
  const { calendar, content, marker } = write;
  const id = eventIdFor(marker);
  const answer = await api.send(
    { kind: 'create' },
    ({ events }, options) =>
      events.insert(
        {
          calendarId: calendar.remoteId,
          ...QUIET,
          requestBody: createBody(id, content, marker),
        },
        options,
      ),
    signal,
  );
  if (answer.kind !== 'ok') return answer;
  if (answer.value.status === 409) return occupied(api, write, id, signal);
  if (answer.value.status >= 300) return refusal(answer.value);
  const made = blockIn(answer.value, calendar);
  if (made.kind !== 'ok') return UNREADABLE;
  if (made.value !== null && formatMarker(made.value.marker) === formatMarker(marker))
    return { kind: 'written', remoteId: made.value.remoteId, etag: made.value.etag };
  await takeBack(api, write, id, signal);
  return MARKER_LOST;
}

/** The id is taken: by our own earlier try, by an event that was deleted, or by somebody's. */
async function occupied(
  api: GoogleApi,
  { calendar, marker }: CreateWrite,
  id: string,
  signal: AbortSignal,
): Promise<Outcome> {
  const there = await readBlock(api, calendar, id, signal);
  if (there.kind === 'gone') return { kind: 'idTaken' };
  if (there.kind !== 'ok') return there;
  return there.value !== null && isSameBlock(there.value.marker, marker)
    ? { kind: 'exists', block: there.value }
    : { kind: 'idTaken' };
}

/**
 * Without its marker a block would be somebody's real event to every later read. The one deletion without a
 * precondition: the event is a moment old, and its id is ours.
 */
async function takeBack(
  api: GoogleApi,
  { calendar }: CreateWrite,
  eventId: string,
  signal: AbortSignal,
): Promise<void> {
  await api.send(
    { kind: 'delete' },
    ({ events }, options) =>
      events.delete({ calendarId: calendar.remoteId, eventId, ...QUIET }, options),
    signal,
  );
}
