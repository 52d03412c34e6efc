import type { MarkedEvent, RemoteBlock } from '../../../shared/model/block.ts';
import { isSameBlock } from '../../../shared/model/marker.ts';
import { ok, type Result } from '../../ports/outcome.ts';
import type { CalendarAddress, CreateWrite } from '../../ports/provider.ts';
import type { GoogleApi } from './api.ts';
import { ANY_BLOCK } from './block-body.ts';
import { eventIdFor } from './event-id.ts';
import { markedEvent } from './normalise-event.ts';
import { walkPages } from './pages.ts';
import { readBlock } from './read-block.ts';
import { refusal } from './refusal.ts';
import { eventsPage } from './wire-event.ts';

/** The event that a create whose answer was lost may have made: it can only have the id that its marker gives it. */
export async function findBlock(
  api: GoogleApi,
  { calendar, marker }: CreateWrite,
  signal: AbortSignal,
): Promise<Result<RemoteBlock | null>> {
  const there = await readBlock(api, calendar, eventIdFor(marker), signal);
  if (there.kind === 'gone') return ok(null);
  if (there.kind !== 'ok') return there;
  return ok(there.value !== null && isSameBlock(there.value.marker, marker) ? there.value : null);
}

/**
 * Every block of any vault, by the property that all of them share. Trusts only what it sees: a server may ignore the
 * filter. Series are not expanded, so that a block that somebody made recurring is one event to be removed; and one whose
 * time can't be read is removed by its marker like any other.
 */
export async function findAllBlocks(
  api: GoogleApi,
  calendar: CalendarAddress,
  signal: AbortSignal,
): Promise<Result<readonly MarkedEvent[]>> {
  const blocks = new Map<string, MarkedEvent>();
  const walked = await walkPages(
    api,
    {
      kind: 'list',
      call:
        (page) =>
        ({ events }, options) =>
          events.list(
            {
              calendarId: calendar.remoteId,
              privateExtendedProperty: [`${ANY_BLOCK.key}=${ANY_BLOCK.value}`],
              singleEvents: false,
              showDeleted: false,
              maxResults: 2500,
              ...page,
            },
            options,
          ),
      schema: eventsPage,
      take: ({ items }) => {
        for (const raw of items) {
          const marked = markedEvent(raw);
          if (marked !== null) blocks.set(marked.remoteId, marked);
        }
      },
    },
    signal,
  );
  if (walked.kind === 'refused') return refusal(walked.response);
  return walked.kind === 'complete' ? ok([...blocks.values()]) : walked;
}
