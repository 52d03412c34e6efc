import { formatMarker } from '../../../shared/model/marker.ts';
import { canonicalContent, type RemoteBlock } from '../../../shared/model/block.ts';
import type { CalendarAddress, CreateWrite, Write, WriteOutcome } from '../../ports/provider.ts';
import { ok, type Failure, type Result } from '../../ports/outcome.ts';
import { parseJson } from '../transport/parse-json.ts';
import type { TransportResponse } from '../transport/types.ts';
import type { GoogleApi } from './api.ts';
import { blockBody } from './block-body.ts';
import { errorReason } from './error-reason.ts';
import { eventIdFor } from './event-id.ts';
import { normaliseEvent } from './normalise-event.ts';
import { noNeeds } from '../../../shared/rules/field-needs.ts';

/** An outcome without the name of its write. */
type Outcome = WriteOutcome extends infer O
  ? O extends { ref: string }
    ? Omit<O, 'ref'>
    : never
  : never;

/** No mail, ever: said in each write although a block has nobody to mail (security.md I15). */
const QUIET = { sendUpdates: 'none' } as const;

/** Carries out one write. Every change and deletion is conditional on what we last saw. */
export async function writeGoogle(
  api: GoogleApi,
  write: Write,
  signal: AbortSignal,
): Promise<WriteOutcome> {
  const outcome = await carryOut(api, write, signal);
  return { ...outcome, ref: write.ref };
}

function carryOut(api: GoogleApi, write: Write, signal: AbortSignal): Promise<Outcome> {
  switch (write.kind) {
    case 'create':
      return create(api, write, signal);
    case 'update':
      return change(api, write, signal);
    case 'delete':
      return remove(api, write, signal);
  }
}

async function create(api: GoogleApi, write: CreateWrite, signal: AbortSignal): Promise<Outcome> {
  const id = eventIdFor(write.marker);
  const answer = await api.send(
    // The id makes a repeat meet its first try: a second insert answers 409, and we look at what is there.
    { kind: 'create', replayable: true },
    ({ events }, options) =>
      events.insert(
        {
          calendarId: write.calendar.remoteId,
          ...QUIET,
          requestBody: { id, ...blockBody(write.content, write.marker) },
        },
        options,
      ),
    signal,
  );
  if (answer.kind !== 'ok') return answer;
  if (answer.value.status === 409) return occupied(api, write, id, signal);
  if (answer.value.status >= 300) return refused(answer.value);
  const written = blockIn(answer.value, write.calendar);
  if (written === null || formatMarker(written.marker) !== formatMarker(write.marker)) {
    // A block that can't be recognised would be somebody's real event to every later read: take it back.
    await api.send(
      { kind: 'delete', replayable: true },
      ({ events }, options) =>
        events.delete({ calendarId: write.calendar.remoteId, eventId: id, ...QUIET }, options),
      signal,
    );
    return { kind: 'malformed', code: 'google-marker-lost' };
  }
  return { kind: 'written', remoteId: written.remoteId, etag: written.etag };
}

/** The id is taken: by our own earlier try, or by an event that was deleted. */
async function occupied(
  api: GoogleApi,
  write: CreateWrite,
  id: string,
  signal: AbortSignal,
): Promise<Outcome> {
  const there = await readBlock(api, write.calendar, id, signal);
  if (there.kind === 'gone') return { kind: 'idTaken' };
  if (there.kind !== 'ok') return there;
  return there.value?.marker.key === write.marker.key
    ? { kind: 'exists', block: there.value }
    : { kind: 'idTaken' };
}

async function change(
  api: GoogleApi,
  write: Extract<Write, { kind: 'update' }>,
  signal: AbortSignal,
): Promise<Outcome> {
  const patch = (etag: string | null): Promise<Result<TransportResponse>> =>
    api.send(
      { kind: 'update', replayable: true, ifMatch: etag },
      ({ events }, options) =>
        events.patch(
          {
            calendarId: write.calendar.remoteId,
            eventId: write.remoteId,
            ...QUIET,
            requestBody: blockBody(write.content, write.marker),
          },
          options,
        ),
      signal,
    );
  return conditional(api, write, patch, signal, (response) => {
    const written = blockIn(response, write.calendar);
    return written === null
      ? { kind: 'malformed', code: 'google-marker-lost' }
      : { kind: 'written', remoteId: written.remoteId, etag: written.etag };
  });
}

async function remove(
  api: GoogleApi,
  write: Extract<Write, { kind: 'delete' }>,
  signal: AbortSignal,
): Promise<Outcome> {
  const erase = (etag: string | null): Promise<Result<TransportResponse>> =>
    api.send(
      { kind: 'delete', replayable: true, ifMatch: etag },
      ({ events }, options) =>
        events.delete(
          { calendarId: write.calendar.remoteId, eventId: write.remoteId, ...QUIET },
          options,
        ),
      signal,
    );
  const outcome = await conditional(api, write, erase, signal, () => ({ kind: 'removed' }));
  return outcome.kind === 'gone' ? { kind: 'removed' } : outcome;
}

type ExistingWrite = Exclude<Write, CreateWrite>;

/** Sends a conditional write; without an etag, or after 412, looks at the event first: it may not be ours any more. */
async function conditional(
  api: GoogleApi,
  write: ExistingWrite,
  send: (etag: string | null) => Promise<Result<TransportResponse>>,
  signal: AbortSignal,
  done: (response: TransportResponse) => Outcome,
): Promise<Outcome> {
  let { etag } = write;
  for (let looked = false; ; looked = true) {
    if (etag !== null) {
      const answer = await send(etag);
      if (answer.kind !== 'ok') return answer;
      const { status } = answer.value;
      if (status < 300) return done(answer.value);
      if (status === 404 || status === 410) return { kind: 'gone' };
      if (status !== 412) return refused(answer.value);
    }
    const there = await readBlock(api, write.calendar, write.remoteId, signal);
    if (there.kind !== 'ok') return there;
    if (there.value === null) return { kind: 'notOurs' };
    if (there.value.marker.key !== write.marker.key) return { kind: 'notOurs' };
    // Twice in a row: somebody is at it right now. And an edit that we have not seen is for the planner to judge.
    if (looked || (etag !== null && isEdited(write, there.value)))
      return { kind: 'changed', block: there.value };
    ({ etag } = there.value);
    if (etag === null) return { kind: 'malformed', code: 'google-no-etag' };
  }
}

/** Whether the event shows something else than what we would write or its marker was written with. */
function isEdited(write: ExistingWrite, there: RemoteBlock): boolean {
  if (write.kind === 'delete') return there.marker.fingerprint !== write.marker.fingerprint;
  return (
    there.marker.fingerprint === write.marker.fingerprint &&
    canonicalContent(there.content) !== canonicalContent(write.content)
  );
}

/** The block with an id; null where an event is there but is not a block; `gone` where nothing is. */
export async function readBlock(
  api: GoogleApi,
  calendar: CalendarAddress,
  eventId: string,
  signal: AbortSignal,
): Promise<Result<RemoteBlock | null>> {
  const answer = await api.send(
    { kind: 'get', replayable: true },
    ({ events }, options) => events.get({ calendarId: calendar.remoteId, eventId }, options),
    signal,
  );
  if (answer.kind !== 'ok') return answer;
  const { status } = answer.value;
  if (status === 404 || status === 410) return { kind: 'gone' };
  if (status >= 300) return refused(answer.value);
  const parsed = parseJson(answer.value);
  if (parsed.kind !== 'ok') return parsed;
  const item = normaliseEvent(parsed.value, calendar.id, noNeeds);
  // A deleted event is still told about for a while, as cancelled.
  if (item.kind === 'removed') return { kind: 'gone' };
  return ok(item.kind === 'block' ? item.block : null);
}

function blockIn(response: TransportResponse, calendar: CalendarAddress): RemoteBlock | null {
  const parsed = parseJson(response);
  if (parsed.kind !== 'ok') return null;
  const item = normaliseEvent(parsed.value, calendar.id, noNeeds);
  return item.kind === 'block' ? item.block : null;
}

function refused(response: TransportResponse): Failure {
  const { status } = response;
  if (status === 404 || status === 410) return { kind: 'gone' };
  const reason = errorReason(response);
  return status === 400
    ? { kind: 'forbidden', code: `google-400-${reason}` }
    : { kind: 'malformed', code: `google-${status}` };
}
