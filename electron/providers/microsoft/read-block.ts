import type { RemoteBlock } from '../../../shared/model/block.ts';
import { noNeeds } from '../../../shared/rules/field-needs.ts';
import { ok, type Result } from '../../ports/outcome.ts';
import type { CalendarAddress } from '../../ports/provider.ts';
import { parseJson } from '../transport/parse-json.ts';
import type { GraphApi } from './api.ts';
import { EXPAND_MARKER } from './marker-property.ts';
import { normaliseEvent } from './normalise-event.ts';
import { refusal } from './pages.ts';
import { READ_PREFERENCES } from './read-preferences.ts';

/** The block with an id; null where an event is there but is no block; `gone` where nothing is. */
export async function readBlock(
  api: GraphApi,
  calendar: CalendarAddress,
  remoteId: string,
  signal: AbortSignal,
): Promise<Result<RemoteBlock | null>> {
  const answer = await api.send(
    {
      kind: 'get',
      method: 'GET',
      path: `/me/events/${encodeURIComponent(remoteId)}?$expand=${encodeURIComponent(EXPAND_MARKER)}`,
      prefer: READ_PREFERENCES,
      replayable: true,
    },
    signal,
  );
  if (answer.kind !== 'ok') return answer;
  if (answer.value.status >= 300) return refusal(answer.value);
  const json = parseJson(answer.value);
  if (json.kind !== 'ok') return json;
  const item = normaliseEvent(json.value, calendar.id, noNeeds);
  // What shows no event says nothing of a block: whoever took it for one would give the block up (F22).
  if (item.kind === 'malformed') return { kind: 'malformed', code: 'graph-event' };
  return ok(item.kind === 'block' ? item.block : null);
}
