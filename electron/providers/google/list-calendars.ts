import type { z } from 'zod';
import { isZone } from '../../../shared/time/zone.ts';
import { ok, type Result } from '../../ports/outcome.ts';
import type { RemoteCalendar } from '../../ports/provider.ts';
import type { GoogleApi } from './api.ts';
import { walkPages } from './pages.ts';
import { refusal } from './refusal.ts';
import { calendarsPage, wireCalendar } from './wire-calendar.ts';

/** The most that Google puts on a page of calendars. */
const PAGE_SIZE = 250;

/**
 * Every calendar of the account, those included that the user has hidden in Google's own list: hiding a calendar there
 * does not make its meetings go away.
 */
export async function listCalendars(
  api: GoogleApi,
  signal: AbortSignal,
): Promise<Result<readonly RemoteCalendar[]>> {
  const calendars = new Map<string, RemoteCalendar>();
  const walked = await walkPages(
    api,
    {
      kind: 'calendars',
      call:
        (page) =>
        ({ calendarList }, options) =>
          calendarList.list({ maxResults: PAGE_SIZE, showHidden: true, ...page }, options),
      schema: calendarsPage,
      take: ({ items }) => {
        for (const raw of items) {
          const { success, data: item } = wireCalendar.safeParse(raw);
          if (success && item.deleted !== true) calendars.set(item.id, remoteCalendar(item));
        }
      },
    },
    signal,
  );
  if (walked.kind === 'refused') return refusal(walked.response);
  return walked.kind === 'complete' ? ok([...calendars.values()]) : walked;
}

/**
 * Not `writerWithoutPrivateAccess`: it sees a private event as busy only, our own block included, which would look like
 * edited for ever, and could lose its marker from sight. Such a calendar is only read.
 */
const writers: ReadonlySet<string> = new Set(['owner', 'writer']);
const readers: ReadonlySet<string> = new Set([...writers, 'writerWithoutPrivateAccess', 'reader']);

function remoteCalendar(item: z.infer<typeof wireCalendar>): RemoteCalendar {
  const role = item.accessRole ?? '';
  return {
    remoteId: item.id,
    name: item.summaryOverride ?? item.summary ?? item.id,
    isDefault: item.primary === true,
    // `freeBusyReader` is shown spans without events.
    canRead: readers.has(role),
    canWrite: writers.has(role),
    zone: item.timeZone !== undefined && isZone(item.timeZone) ? item.timeZone : null,
    color: item.backgroundColor ?? null,
  };
}
