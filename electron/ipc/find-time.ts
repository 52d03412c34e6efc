import type { CalendarId } from '../../shared/model/ids.ts';
import { spanOf } from '../../shared/time/all-day.ts';
import { freeSpans } from '../../shared/time/free-spans.ts';
import { instant, MINUTE } from '../../shared/time/instant.ts';
import type { Interval } from '../../shared/time/interval.ts';
import { workingSpans } from '../../shared/time/working-spans.ts';
import { takesTime } from '../../shared/view/commitments.ts';
import { mirrorEvents } from './mirror-events.ts';
import type { RunningApp } from './running-app.ts';

/** More slots than anybody reads. */
const MOST_SLOTS = 500;

export interface TimeWish {
  readonly minutes: number;
  readonly span: Interval;
  /** Calendars that count; empty means all. */
  readonly calendars: readonly string[];
  readonly withinWorkingHours: boolean;
}

/** Free spans of at least the wanted length, from now on. */
export function findTime(app: RunningApp, wish: TimeWish): readonly Interval[] {
  const { profile, zone } = app;
  const { workingHours, manualBlocks } = profile.settings.read();
  const start = instant(Math.max(wish.span.start, Math.ceil(app.now() / MINUTE) * MINUTE));
  if (start >= wish.span.end) return [];
  const span = { start, end: wish.span.end };
  const only =
    wish.calendars.length === 0 ? undefined : new Set(wish.calendars as readonly CalendarId[]);
  const counts = (targets: readonly CalendarId[]): boolean =>
    only === undefined || targets.some((target) => only.has(target));
  const busy = [
    ...mirrorEvents(profile, span, zone, only)
      .filter(takesTime)
      .map(({ time }) => spanOf(time, zone)),
    ...manualBlocks.filter(({ targets }) => counts(targets)),
  ];
  const open = wish.withinWorkingHours ? workingSpans(span, workingHours, zone) : [span];
  return freeSpans(open, busy, wish.minutes * MINUTE).slice(0, MOST_SLOTS);
}
