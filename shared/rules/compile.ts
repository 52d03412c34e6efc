import { RE2JS } from 're2js';
import { assertNever } from '../model/brand.ts';
import { leavesOf, type Condition, type Leaf } from '../model/condition.ts';
import type { CalendarEvent, EventTime } from '../model/event.ts';
import type { Rule } from '../model/rule.ts';
import { minutesOf } from '../model/wall-time.ts';
import { weekdays } from '../model/weekday.ts';
import { spanOf } from '../time/all-day.ts';
import { evenSpans } from '../time/even-spans.ts';
import { DAY, MINUTE } from '../time/instant.ts';
import { daysBetween } from '../time/plain-date.ts';
import { wallClock } from '../time/zone.ts';

/** Answers one question about an event; `zone` is the user's, for questions that name none. */
type Test = (event: CalendarEvent, zone: string) => boolean;

/** A rule made ready for many events. */
export interface CompiledRule {
  readonly rule: Rule;
  /** Whether the condition tree holds; true where there is none. */
  readonly matches: Test;
  /** The tree speaks about answers (or show-as) itself, so the default filter of that dimension gives way. */
  readonly judgesResponse: boolean;
  readonly judgesShowAs: boolean;
}

export function compileRule(rule: Rule): CompiledRule {
  const leaves = rule.conditions === undefined ? [] : [...leavesOf(rule.conditions)];
  return {
    rule,
    matches: rule.conditions === undefined ? () => true : compile(rule.conditions),
    judgesResponse: leaves.some((leaf) => 'response' in leaf),
    judgesShowAs: leaves.some((leaf) => 'showAs' in leaf),
  };
}

function compile(tree: Condition): Test {
  if ('all' in tree) {
    const tests = tree.all.map(compile);
    return (event, zone) => tests.every((test) => test(event, zone));
  }
  if ('any' in tree) {
    const tests = tree.any.map(compile);
    return (event, zone) => tests.some((test) => test(event, zone));
  }
  if ('none' in tree) {
    const tests = tree.none.map(compile);
    return (event, zone) => !tests.some((test) => test(event, zone));
  }
  return compileLeaf(tree);
}

function compileLeaf(leaf: Leaf): Test {
  if ('response' in leaf) return oneOf(leaf.response, ({ response }) => response);
  if ('showAs' in leaf) return oneOf(leaf.showAs, ({ showAs }) => showAs);
  if ('visibility' in leaf) return oneOf(leaf.visibility, ({ visibility }) => visibility);
  if ('eventKind' in leaf) return oneOf(leaf.eventKind, ({ kind }) => kind);
  if ('allDay' in leaf) return ({ time }) => (time.kind === 'allDay') === leaf.allDay;
  if ('recurring' in leaf) return ({ series }) => (series !== null) === leaf.recurring;
  if ('title' in leaf) return titleTest(leaf.title);
  if ('category' in leaf) {
    const wanted = new Set(leaf.category.map(fold));
    return ({ categories }) => categories.some((category) => wanted.has(fold(category)));
  }
  if ('organizerDomain' in leaf) {
    const wanted = leaf.organizerDomain.map((domain) => domain.toLowerCase().replace(/^[@.]+/, ''));
    return ({ organizerDomain: of }) =>
      of !== null && wanted.some((domain) => of === domain || of.endsWith(`.${domain}`));
  }
  if ('attendees' in leaf) return ({ attendeeCount }) => within(leaf.attendees, attendeeCount);
  if ('duration' in leaf) return ({ time }) => within(leaf.duration, minutesLong(time));
  if ('weekday' in leaf) return weekdayTest(leaf.weekday);
  if ('timeOfDay' in leaf) return timeOfDayTest(leaf.timeOfDay);
  return assertNever(leaf);
}

function oneOf<T>(wanted: readonly T[], read: (event: CalendarEvent) => T): Test {
  return (event) => wanted.includes(read(event));
}

function within(
  { min, max }: { readonly min?: number | undefined; readonly max?: number | undefined },
  value: number,
): boolean {
  return (min === undefined || value >= min) && (max === undefined || value <= max);
}

/** A whole day has 24 hours, also where the clocks change in it (rules/SPEC R12). */
function minutesLong(time: EventTime): number {
  const ms =
    time.kind === 'timed' ? time.end - time.start : daysBetween(time.start, time.end) * DAY;
  return ms / MINUTE;
}

const compose = (text: string): string => text.normalize('NFC');
const fold = (text: string): string => compose(text).toLowerCase();

/** A title that was not kept, or is missing, answers no question about titles with yes. */
function titleTest({
  contains,
  startsWith,
  matches,
  ignoreCase,
}: Extract<Leaf, { title: unknown }>['title']): Test {
  const prepare = ignoreCase ? fold : compose;
  const on = (test: (title: string) => boolean): Test => {
    return ({ text: { title } }) => title !== null && test(title);
  };
  if (matches !== undefined) {
    const pattern = RE2JS.compile(compose(matches), ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
    return on((title) => pattern.matcher(compose(title)).find());
  }
  if (startsWith !== undefined)
    return on((title) => prepare(title).startsWith(prepare(startsWith)));
  const part = prepare(contains ?? '');
  return on((title) => prepare(title).includes(part));
}

/** The day on which the event starts. */
function weekdayTest({ days, zone: own }: Extract<Leaf, { weekday: unknown }>['weekday']): Test {
  return (event, zone) => {
    const { weekday } = wallClock(spanOf(event.time, own ?? zone).start, own ?? zone);
    return days.some((day) => weekdays.indexOf(day) === weekday);
  };
}

/**
 * Whether the clocks show the time of day at any moment of the event; a span such as 22:00–06:00 crosses midnight.
 * Judged by what the clocks show, not by when: what they skip never comes, what they repeat comes twice.
 */
function timeOfDayTest({
  from,
  to,
  zone: own,
}: Extract<Leaf, { timeOfDay: unknown }>['timeOfDay']): Test {
  const begins = minutesOf(from) * MINUTE;
  const ends = minutesOf(to) * MINUTE + (to <= from ? DAY : 0);
  return ({ time }, userZone) => {
    // Two days hold each time of day, even where one of them skips it.
    if (time.kind === 'allDay' || time.end - time.start >= 2 * DAY) return true;
    return evenSpans(time, own ?? userZone).some(({ start, end, offset }) => {
      const shown = { start: start + offset, end: end + offset };
      for (let day = Math.floor(shown.start / DAY) * DAY - DAY; day < shown.end; day += DAY)
        if (shown.start < day + ends && day + begins < shown.end) return true;
      return false;
    });
  };
}
