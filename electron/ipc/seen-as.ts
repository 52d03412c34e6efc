import type { CalendarId } from '../../shared/model/ids.ts';
import { spanOf } from '../../shared/time/all-day.ts';
import type { Interval } from '../../shared/time/interval.ts';
import {
  blockSeenAs,
  eventSeenAs,
  type Audience,
  type SeenEntry,
} from '../../shared/view/seen-as.ts';
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
  const startOf = ({ time }: SeenEntry): number =>
    time.kind === 'timed' ? time.start : spanOf(time, zone).start;
  return [
    ...events.map((event) => eventSeenAs(audience, event)),
    ...blocks.map(({ content }) => blockSeenAs(audience, content)),
  ]
    .filter((entry) => entry !== null)
    .sort((a, b) => startOf(a) - startOf(b));
}
