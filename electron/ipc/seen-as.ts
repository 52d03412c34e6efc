import type { CalendarId } from '../../shared/model/ids.ts';
import type { Interval } from '../../shared/time/interval.ts';
import type { Audience } from '../../shared/view/audiences.ts';
import { blockSeenAs, eventSeenAs, type SeenEntry } from '../../shared/view/seen-as.ts';
import { mirrorEvents, standingBlocks } from './mirror-events.ts';
import type { RunningApp } from './running-app.ts';

/** One calendar as somebody else sees it, in order of time. */
export function seenAs(
  { profile, zone }: RunningApp,
  calendar: CalendarId,
  audience: Audience,
  span: Interval,
): readonly SeenEntry[] {
  const events = mirrorEvents(profile, span, zone, new Set([calendar]));
  const blocks = standingBlocks(profile, calendar, span, zone);
  return [
    ...events.map((event) => eventSeenAs(audience, event)),
    ...blocks.map(({ content }) => blockSeenAs(audience, content)),
  ]
    .filter((entry) => entry !== null)
    .sort((a, b) => (String(a.time.start) < String(b.time.start) ? -1 : 1));
}
