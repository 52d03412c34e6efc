import type { CalendarEvent, EventTime } from '../../shared/model/event.ts';
import type { Slot } from '../../shared/model/block.ts';
import type { CalendarId, EventId } from '../../shared/model/ids.ts';
import type { ActiveRule } from '../../shared/plan/active-rule.ts';
import type { Changes } from '../../shared/plan/plan.ts';
import { regionOf } from '../../shared/plan/regions.ts';
import type { PlanInput } from '../../shared/plan/plan-scope.ts';
import type { Instant } from '../../shared/time/instant.ts';
import { union, type Interval } from '../../shared/time/interval.ts';

/**
 * Remembers what has changed since everything was last in its place. What could not be carried out stays in here
 * and is planned again.
 */
export class Dirty {
  readonly #regions = new Map<CalendarId, Interval[]>();
  readonly #events = new Map<string, { readonly calendar: CalendarId; readonly id: EventId }>();
  readonly #away = new Set<CalendarId>();
  /** Whether an account's calendars were still unknown. */
  #unlisted = false;
  /** When a change was first seen, until its blocks are written or nothing asks for it any more. */
  readonly #seen = new Map<string, Instant>();
  #underWay: ReadonlyMap<string, Instant> = new Map();
  #everything = true;

  /** The next plan must be a full one. */
  markEverything(): void {
    this.#everything = true;
  }

  /** An event of a calendar changed: its old and new place count on each target that the calendar can reach, and on itself. */
  markEvent(
    before: CalendarEvent | null,
    after: CalendarEvent | null,
    rules: readonly ActiveRule[],
    zone: string,
  ): void {
    const event = after ?? before;
    if (event === null) return;
    this.#events.set(`${event.calendar}/${event.id}`, { calendar: event.calendar, id: event.id });
    const spans = [before, after].flatMap((version) =>
      version === null ? [] : [regionOf(version.time, zone)],
    );
    for (const target of reached(event.calendar, rules))
      for (const span of spans) this.#add(target, span);
  }

  /**
   * A calendar that could not be counted on, as a source or as a target, and now can: whatever was left undone because
   * of it is planned again. One that may not be written is not counted on as a target.
   */
  markReadiness({
    readiness,
    calendars,
    unlisted,
  }: Pick<PlanInput, 'readiness' | 'calendars' | 'unlisted'>): void {
    if (this.#unlisted && unlisted.size === 0) this.#everything = true;
    this.#unlisted = unlisted.size > 0;
    for (const [calendar, state] of readiness) {
      if (state !== 'ready' || calendars.get(calendar)?.canWrite !== true) this.#away.add(calendar);
      else if (this.#away.delete(calendar)) this.#everything = true;
    }
  }

  /** The change of an event that had been read before: from now on its blocks are late. */
  markSeen(calendar: CalendarId, id: EventId, at: Instant): void {
    const key = `${calendar}/${id}`;
    if (!this.#seen.has(key)) this.#seen.set(key, at);
  }

  /** When the change that a block is written for was seen; null where there was none. */
  seenAt({ sourceCalendar, sourceEvent }: Slot): Instant | null {
    return this.#underWay.get(`${sourceCalendar}/${sourceEvent}`) ?? null;
  }

  markBlock(target: CalendarId, time: EventTime, zone: string): void {
    this.#add(target, regionOf(time, zone));
  }

  /** A source whose block could not be written as planned. */
  markSlot({ sourceCalendar, sourceEvent }: Slot): void {
    this.#events.set(`${sourceCalendar}/${sourceEvent}`, {
      calendar: sourceCalendar,
      id: sourceEvent,
    });
  }

  #add(target: CalendarId, span: Interval): void {
    const spans = this.#regions.get(target);
    if (spans === undefined) this.#regions.set(target, [span]);
    else spans.push(span);
  }

  /** Hands over what is to be planned, and forgets it: null means everything. */
  take(): Changes | null {
    const changes = this.#everything
      ? null
      : {
          regions: new Map(
            [...this.#regions].map(([target, spans]) => [target, union(spans)] as const),
          ),
          events: [...this.#events.values()],
        };
    // What is planned again for a failed write keeps the time at which it was seen first.
    const again = [...this.#underWay].filter(([key]) => this.#events.has(key));
    this.#underWay = new Map([...this.#seen, ...again]);
    this.#seen.clear();
    this.#everything = false;
    this.#regions.clear();
    this.#events.clear();
    return changes;
  }
}

function reached(calendar: CalendarId, rules: readonly ActiveRule[]): ReadonlySet<CalendarId> {
  const targets = new Set<CalendarId>();
  for (const { sources, targets: ofRule } of rules) {
    if (sources.includes(calendar))
      for (const target of ofRule) if (target !== calendar) targets.add(target);
    if (ofRule.includes(calendar)) targets.add(calendar);
  }
  return targets;
}
