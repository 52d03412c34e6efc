/** Lays out what repeats: series that have run for half a year, with the moves and gaps that real ones have. */
import { firstStart } from '../world/series.ts';
import { withEnd } from '../world/rule-text.ts';
import type { WorldEvent, WorldOccurrence, WorldTime } from '../world/types.ts';
import { shiftWall } from '../world/wall-clock.ts';
import { pick } from './chance.ts';
import { eventFields } from './event-fields.ts';
import type { SeriesKind } from './meeting-kind.ts';
import { calendarId, castOf, dayFrom, stageWindow, timedOn, type Stage } from './stage.ts';

/** Long enough ago that both clock changes of the year may lie between the start and today. */
const startedDaysAgo = 26 * 7;
/** Minutes by which people move a meeting. */
const moves = [-90, -60, -30, 30, 60, 120] as const;

export function layOutSeries(stage: Stage, kinds: readonly SeriesKind[]): void {
  for (const kind of kinds) unsettle(stage, kind, layOut(stage, kind));
}

/** The time of a rule's first occurrence on or after `date`. Throws a RangeError where there is none. */
export function firstTime(
  rule: string,
  date: string,
  at: string,
  minutes: number,
  zone: string,
): WorldTime {
  const first = firstStart(timedOn(date, at, minutes, zone), rule);
  if (first === null) throw new RangeError(`The rule never occurs: ${rule}`);
  return timedOn(first.wall.slice(0, 10), at, minutes, zone);
}

function layOut(stage: Stage, kind: SeriesKind): WorldEvent {
  const zone = kind.zone ?? castOf(kind.calendar).calendar.zone;
  const time = firstTime(kind.rule, dayFrom(stage, -startedDaysAgo), kind.at, kind.minutes, zone);
  return stage.world.createEvent({
    calendarId: calendarId(kind.calendar),
    uid: stage.newId(),
    fields: eventFields(stage, kind.calendar, kind.title, time, kind),
    rrule: kind.weeksLeft === undefined ? kind.rule : ending(stage, kind.rule, kind.weeksLeft),
  });
}

function ending(stage: Stage, rule: string, weeks: number): string {
  return withEnd(rule, { until: `${dayFrom(stage, weeks * 7).replaceAll('-', '')}T235959Z` });
}

function unsettle(stage: Stage, kind: SeriesKind, event: WorldEvent): void {
  const { moved = 0, dropped = 0 } = kind;
  const window = stageWindow(stage, castOf(kind.calendar).calendar.zone);
  for (const one of stage.world.occurrencesOf(event, ...window)) {
    const dice = stage.random();
    if (dice < dropped) drop(stage, one);
    else if (dice < dropped + moved) move(stage, one);
  }
}

function drop(stage: Stage, { event, originalStart }: WorldOccurrence): void {
  if (originalStart !== null)
    stage.world.deleteOccurrence(event.calendarId, event.id, originalStart);
}

/** Only within the day: Exchange refuses an exception on the day of its neighbour (`ErrorOccurrenceCrossingBoundary`). */
function move(stage: Stage, { event, originalStart, fields }: WorldOccurrence): void {
  const shift = (pick(stage.random, moves) ?? 30) * 60_000;
  const { time } = fields;
  const start = shiftWall(time.start, shift);
  if (originalStart === null || start.slice(0, 10) !== time.start.slice(0, 10)) return;
  stage.world.updateOccurrence(event.calendarId, event.id, originalStart, {
    time: { ...time, start, end: shiftWall(time.end, shift) },
  });
}
