import type { RemoteBlock } from '../../../shared/model/block.ts';
import { noNeeds } from '../../../shared/rules/field-needs.ts';
import { ok, type Result } from '../../ports/outcome.ts';
import type { CalendarAddress } from '../../ports/provider.ts';
import { parseJson } from '../transport/parse-json.ts';
import type { TransportResponse } from '../transport/types.ts';
import type { GoogleApi } from './api.ts';
import { normaliseEvent } from './normalise-event.ts';
import { refusal } from './refusal.ts';

/** The block with an id; null where an event is there but is no block; `gone` where nothing is, or nothing any more. */
export async function readBlock(
  api: GoogleApi,
  calendar: CalendarAddress,
  eventId: string,
  signal: AbortSignal,
): Promise<Result<RemoteBlock | null>> {
  const answer = await api.send(
    { kind: 'get' },
    ({ events }, options) => events.get({ calendarId: calendar.remoteId, eventId }, options),
    signal,
  );
  if (answer.kind !== 'ok') return answer;
  return answer.value.status < 300 ? blockIn(answer.value, calendar) : refusal(answer.value);
}

/** The block that an answer shows, as `readBlock` gives it. */
export function blockIn(
  response: TransportResponse,
  calendar: CalendarAddress,
): Result<RemoteBlock | null> {
  const json = parseJson(response);
  if (json.kind !== 'ok') return json;
  const item = normaliseEvent(json.value, calendar.id, noNeeds);
  switch (item.kind) {
    case 'block':
      return ok(item.block);
    case 'event':
      return ok(null);
    case 'removed':
      // A deleted event is still told about for a while, as cancelled.
      return { kind: 'gone' };
    case 'malformed':
      return { kind: 'malformed', code: 'google-event' };
  }
}
