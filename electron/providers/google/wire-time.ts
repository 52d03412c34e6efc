import type { EventTime } from '../../../shared/model/event.ts';
import { eventIdOf } from '../../../shared/model/ids.ts';
import { parseInstant, plus, toIso, type Instant } from '../../../shared/time/instant.ts';
import { addDays, parsePlainDate, type PlainDate } from '../../../shared/time/plain-date.ts';
import { instantAt, isZone } from '../../../shared/time/zone.ts';
import type { WireEvent } from './wire-event.ts';

/** When an event happens; null where its times can't be read or run backwards. */
export function timeOf({ start, end }: WireEvent): EventTime | null {
  const firstDay = dateOf(start);
  const dayAfter = dateOf(end);
  if (firstDay !== null && dayAfter !== null) return allDay(firstDay, dayAfter);
  const from = instantOf(start);
  const to = instantOf(end);
  return from === null || to === null || to < from ? null : { kind: 'timed', start: from, end: to };
}

/** Some imports end a day on the same day (RFC 5545, DTEND): what they mean is that one day. */
function allDay(start: PlainDate, end: PlainDate): EventTime | null {
  if (end < start) return null;
  return { kind: 'allDay', start, end: end === start ? addDays(start, 1) : end };
}

/** The original start of an occurrence, which survives moves: an ISO instant, or a date. */
export function originalStartOf({ originalStartTime, id }: WireEvent): string {
  const at = instantOf(originalStartTime);
  if (at !== null) return toIso(at);
  // Without it, the occurrence's own id is as steady; digested, since ids of a source are not kept.
  return dateOf(originalStartTime) ?? eventIdOf(id);
}

type Moment = WireEvent['start'];

function dateOf(moment: Moment): PlainDate | null {
  return moment?.date === undefined ? null : parsePlainDate(moment.date);
}

/** RFC 3339 with an offset, or a wall-clock time with a zone beside it. */
function instantOf(moment: Moment): Instant | null {
  const { dateTime, timeZone } = moment ?? {};
  if (dateTime === undefined) return null;
  const exact = parseInstant(dateTime);
  if (exact !== null || timeZone === undefined || !isZone(timeZone)) return exact;
  const wall = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?(?:\.\d+)?$/.exec(
    dateTime,
  );
  const date = parsePlainDate(wall?.[1] ?? '');
  if (wall === null || date === null) return null;
  const [, , hour, minute, second = '0'] = wall;
  return plus(instantAt(date, Number(hour) * 60 + Number(minute), timeZone), Number(second) * 1000);
}
