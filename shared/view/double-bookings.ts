import type { CalendarEvent } from '../model/event.ts';
import { meetingOf } from '../plan/candidates.ts';
import { spanOf } from '../time/all-day.ts';
import type { Instant } from '../time/instant.ts';
import { isEmpty, overlaps, type Interval } from '../time/interval.ts';
import { isCommitment } from './commitments.ts';

/** A span in which two or more commitments lie at once, without a break. */
export interface DoubleBooking {
  readonly span: Interval;
  readonly events: readonly CalendarEvent[];
}

/**
 * Where somebody would have to be in two places. The same meeting in two calendars is one commitment; a whole day is
 * the background of a day and no appointment.
 */
export function doubleBookings(
  events: readonly CalendarEvent[],
  zone: string,
): readonly DoubleBooking[] {
  const commitments = onePerMeeting(
    events.filter((event) => event.time.kind === 'timed' && isCommitment(event)),
  )
    .map((event) => ({ event, span: spanOf(event.time, zone) }))
    .filter(({ span }) => !isEmpty(span))
    .sort((a, b) => a.span.start - b.span.start || (a.event.id < b.event.id ? -1 : 1));
  const found: DoubleBooking[] = [];
  let first = 0;
  for (const span of crowded(commitments.map(({ span: one }) => one))) {
    const inside: CalendarEvent[] = [];
    // Both lists are sorted, so that what ended before this span is not looked at again, unless it began late.
    while (first < commitments.length && endsBefore(commitments[first]?.span, span)) first += 1;
    for (const { event, span: own } of commitments.slice(first)) {
      if (own.start >= span.end) break;
      if (overlaps(own, span)) inside.push(event);
    }
    found.push({ span, events: inside });
  }
  return found;
}

function endsBefore(one: Interval | undefined, span: Interval): boolean {
  return one !== undefined && one.end <= span.start;
}

/** The meetings of `doubleBookings`, as `meetingOf` names them: every copy of one is marked. */
export function bookedTwice(found: readonly DoubleBooking[]): ReadonlySet<string> {
  return new Set(found.flatMap(({ events }) => events.map(meetingOf)));
}

function onePerMeeting(events: readonly CalendarEvent[]): readonly CalendarEvent[] {
  const byMeeting = new Map<string, CalendarEvent>();
  for (const event of [...events].sort((a, b) => (a.calendar < b.calendar ? -1 : 1))) {
    const meeting = meetingOf(event);
    if (!byMeeting.has(meeting)) byMeeting.set(meeting, event);
  }
  return [...byMeeting.values()];
}

/** Spans that at least two of the given spans cover, sorted. Spans that only touch do not crowd each other. */
function crowded(spans: readonly Interval[]): readonly Interval[] {
  const edges = spans
    .flatMap(({ start, end }) => [
      { at: start, step: 1 },
      { at: end, step: -1 },
    ])
    .sort((a, b) => a.at - b.at || a.step - b.step);
  const found: Interval[] = [];
  let depth = 0;
  let since: Instant | null = null;
  for (const { at, step } of edges) {
    depth += step;
    if (depth >= 2 && since === null) since = at;
    if (depth < 2 && since !== null) {
      found.push({ start: since, end: at });
      since = null;
    }
  }
  return found;
}
