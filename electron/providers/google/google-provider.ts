import type { RemoteBlock } from '../../../shared/model/block.ts';
import { noNeeds } from '../../../shared/rules/field-needs.ts';
import { ok, type Result } from '../../ports/outcome.ts';
import type {
  CalendarAddress,
  CalendarProvider,
  RemoteCalendar,
  Write,
  WriteJournal,
} from '../../ports/provider.ts';
import type { Transport } from '../transport/types.ts';
import { GoogleApi } from './api.ts';
import { ANY_BLOCK } from './block-body.ts';
import { eventIdFor } from './event-id.ts';
import { normaliseEvent } from './normalise-event.ts';
import { pullGoogle } from './pull.ts';
import { calendarsPage, eventsPage } from './wire-event.ts';
import { readBlock, writeGoogle } from './write.ts';

/** Writes of one account on their way at once; the transport paces them below the quota. */
const WRITES_AT_ONCE = 6;
const MAX_PAGES = 500;

/** Google Calendar v3, for one account. */
export function createGoogleProvider({
  transport,
  apiRoot,
}: {
  readonly transport: Transport;
  readonly apiRoot: string;
}): CalendarProvider {
  const api = new GoogleApi(apiRoot, transport);
  return {
    listCalendars: (signal) => listCalendars(api, signal),
    pull: (request, signal) => pullGoogle(api, request, signal),
    apply: (writes, journal, signal) => apply(api, writes, journal, signal),
    findBlock: async (write, signal) => {
      const there = await readBlock(api, write.calendar, eventIdFor(write.marker), signal);
      if (there.kind === 'gone') return ok(null);
      if (there.kind !== 'ok') return there;
      return ok(there.value?.marker.key === write.marker.key ? there.value : null);
    },
    findAllBlocks: (calendar, signal) => findAllBlocks(api, calendar, signal),
  };
}

async function apply(
  api: GoogleApi,
  writes: readonly Write[],
  journal: WriteJournal,
  signal: AbortSignal,
): Promise<void> {
  const queue = writes.values();
  const worker = async (): Promise<void> => {
    for (const write of queue) {
      if (signal.aborted) return;
      journal.before([write.ref]);
      journal.after([await writeGoogle(api, write, signal)]);
    }
  };
  await Promise.all(Array.from({ length: Math.min(WRITES_AT_ONCE, writes.length) }, worker));
}

async function listCalendars(
  api: GoogleApi,
  signal: AbortSignal,
): Promise<Result<readonly RemoteCalendar[]>> {
  const calendars: RemoteCalendar[] = [];
  let pageToken: string | undefined;
  for (let page = 0; page < MAX_PAGES; page++) {
    const answer = await api.json(
      { kind: 'calendars', replayable: true },
      ({ calendarList }, options) =>
        calendarList.list(
          { maxResults: 250, showHidden: true, ...(pageToken === undefined ? {} : { pageToken }) },
          options,
        ),
      signal,
      ({ status }) =>
        status === 404 ? { kind: 'gone' } : { kind: 'malformed', code: `google-${status}` },
    );
    if (answer.kind !== 'ok') return answer;
    const parsed = calendarsPage.safeParse(answer.value);
    if (!parsed.success) return { kind: 'malformed', code: 'google-calendars' };
    for (const item of parsed.data.items ?? [])
      if (item.deleted !== true) calendars.push(calendarOf(item));
    pageToken = parsed.data.nextPageToken;
    if (pageToken === undefined) return ok(calendars);
  }
  return { kind: 'malformed', code: 'google-page-loop' };
}

const writers = new Set(['owner', 'writer', 'writerWithoutPrivateAccess']);

function calendarOf(
  item: NonNullable<ReturnType<typeof calendarsPage.parse>['items']>[number],
): RemoteCalendar {
  return {
    remoteId: item.id,
    name: item.summaryOverride ?? item.summary ?? item.id,
    isDefault: item.primary === true,
    canRead: writers.has(item.accessRole ?? '') || item.accessRole === 'reader',
    canWrite: writers.has(item.accessRole ?? ''),
    zone: item.timeZone ?? null,
    color: item.backgroundColor ?? null,
  };
}

/** Finds blocks by the property that all of them share, and trusts only what it sees: a server may ignore the filter. */
async function findAllBlocks(
  api: GoogleApi,
  calendar: CalendarAddress,
  signal: AbortSignal,
): Promise<Result<readonly RemoteBlock[]>> {
  const blocks = new Map<string, RemoteBlock>();
  let pageToken: string | undefined;
  for (let page = 0; page < MAX_PAGES; page++) {
    const answer = await api.json(
      { kind: 'list', replayable: true },
      ({ events }, options) =>
        events.list(
          {
            calendarId: calendar.remoteId,
            privateExtendedProperty: [`${ANY_BLOCK.key}=${ANY_BLOCK.value}`],
            maxResults: 2500,
            showDeleted: false,
            ...(pageToken === undefined ? {} : { pageToken }),
          },
          options,
        ),
      signal,
      ({ status }) =>
        status === 404 ? { kind: 'gone' } : { kind: 'malformed', code: `google-${status}` },
    );
    if (answer.kind !== 'ok') return answer;
    const parsed = eventsPage.safeParse(answer.value);
    if (!parsed.success) return { kind: 'malformed', code: 'google-page' };
    for (const raw of parsed.data.items ?? []) {
      const item = normaliseEvent(raw, calendar.id, noNeeds);
      if (item.kind === 'block') blocks.set(item.block.remoteId, item.block);
    }
    pageToken = parsed.data.nextPageToken;
    if (pageToken === undefined) return ok([...blocks.values()]);
  }
  return { kind: 'malformed', code: 'google-page-loop' };
}
