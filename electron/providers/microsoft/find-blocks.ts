import type { MarkedEvent, RemoteBlock } from '../../../shared/model/block.ts';
import { formatMarker, isSameBlock } from '../../../shared/model/marker.ts';
import { ok, type Result } from '../../ports/outcome.ts';
import type { CalendarAddress, CreateWrite } from '../../ports/provider.ts';
import { understood } from '../../ports/understood.ts';
import type { GraphApi } from './api.ts';
import { EXPAND_MARKER, MARKER_PROPERTY } from './marker-property.ts';
import { markedEvent } from './normalise-event.ts';
import { walkList } from './pages.ts';
import { READ_PREFERENCES } from './read-preferences.ts';

/** Looks for the event that a lost create may have made, by the very marker it was sent with. */
export async function findBlock(
  api: GraphApi,
  write: CreateWrite,
  signal: AbortSignal,
): Promise<Result<RemoteBlock | null>> {
  const value = formatMarker(write.marker);
  const filter = `singleValueExtendedProperties/Any(ep: ep/id eq '${MARKER_PROPERTY}' and ep/value eq '${value}')`;
  const found = await listBlocks(
    api,
    write.calendar,
    `$filter=${encodeURIComponent(filter)}`,
    signal,
  );
  if (found.kind !== 'ok') return found;
  const same = found.value.find(({ marker }) => isSameBlock(marker, write.marker));
  return same === undefined ? ok(null) : understood(same);
}

/**
 * Every block of any vault in a calendar. Lists all single events and keeps those with a marker, because a filter on a
 * named property came back empty for some mailboxes: nothing may be left behind, not even what somebody made a series of.
 */
export function findAllBlocks(
  api: GraphApi,
  calendar: CalendarAddress,
  signal: AbortSignal,
): Promise<Result<readonly MarkedEvent[]>> {
  return listBlocks(api, calendar, null, signal);
}

async function listBlocks(
  api: GraphApi,
  calendar: CalendarAddress,
  filter: string | null,
  signal: AbortSignal,
): Promise<Result<readonly MarkedEvent[]>> {
  const query = [
    ...(filter === null ? [] : [filter]),
    '$top=1000',
    `$expand=${encodeURIComponent(EXPAND_MARKER)}`,
  ];
  const path = `/me/calendars/${encodeURIComponent(calendar.remoteId)}/events?${query.join('&')}`;
  const walked = await walkList(api, { kind: 'list', path, prefer: READ_PREFERENCES }, signal);
  if (walked === 'expired') return { kind: 'gone' };
  if (walked.kind !== 'ok') return walked;
  const blocks = new Map<string, MarkedEvent>();
  for (const raw of walked.value.items) {
    const marked = markedEvent(raw);
    if (marked !== null) blocks.set(marked.remoteId, marked);
  }
  return ok([...blocks.values()]);
}
