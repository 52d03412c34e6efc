import { canonicalContent, type BlockContent } from '../model/block.ts';
import type { Calendar } from '../model/calendar.ts';
import type { CalendarEvent, EventTime, ShowAs } from '../model/event.ts';
import type { CalendarId } from '../model/ids.ts';
import type { Options } from '../model/rule.ts';
import { judge, type Refusal } from '../rules/eligible.ts';
import { maskText } from '../rules/mask.ts';
import { shape } from '../rules/shape.ts';
import type { Interval } from '../time/interval.ts';
import { spanOf } from '../time/all-day.ts';
import type { ActiveRule } from './active-rule.ts';

/** One block that a rule would cast for an event, on whichever target: nothing in it depends on the target. */
export interface Draft {
  readonly active: ActiveRule;
  readonly sourceCalendar: CalendarId;
  readonly event: CalendarEvent;
  readonly occurrence: string;
  readonly span: Interval;
  readonly content: BlockContent;
  readonly written: string;
}

/** An event that a rule accepts, with the blocks it casts (several where an all-day event becomes working hours). */
export interface Candidate {
  readonly event: CalendarEvent;
  /** Equal for the same meeting seen in several calendars (same UID and start), else unique. */
  readonly meeting: string;
  readonly start: number;
  readonly drafts: readonly Draft[];
}

export type Judgement =
  | { readonly cast: true; readonly candidate: Candidate }
  | { readonly cast: false; readonly reason: Refusal };

/** Whether an event casts blocks by a rule, and which. Pure; `zone` is the user's. */
export function judgeCandidate(
  active: ActiveRule,
  source: Calendar,
  event: CalendarEvent,
  zone: string,
): Judgement {
  const verdict = judge(event, active.compiled, zone);
  if (!verdict.cast) return verdict;
  const shaped = shape(event.time, active.compiled.rule.options, zone);
  if (shaped.kind === 'dropped') return { cast: false, reason: shaped.reason };
  const drafts = shaped.times.map(({ time, day }) => draft(active, source, event, time, day, zone));
  return {
    cast: true,
    candidate: { event, meeting: meetingOf(event), start: spanOf(event.time, zone).start, drafts },
  };
}

function draft(
  active: ActiveRule,
  source: Calendar,
  event: CalendarEvent,
  time: EventTime,
  day: string | null,
  zone: string,
): Draft {
  const { rule } = active.compiled;
  const content: BlockContent = {
    time,
    ...maskText(event, active.compiled, source.ref),
    showAs: shownAs(event, rule.options.showAs),
    private: rule.options.visibility === 'private',
    color: rule.options.color,
  };
  const occurrence = day === null ? event.occurrence : `${event.occurrence}#${day}`;
  return {
    active,
    sourceCalendar: source.id,
    event,
    occurrence,
    span: spanOf(time, zone),
    content,
    written: canonicalContent(content),
  };
}

function shownAs(event: CalendarEvent, option: Options['showAs']): ShowAs {
  if (option !== 'same') return option;
  return event.showAs === 'free' || event.showAs === 'unknown' ? 'busy' : event.showAs;
}

/** The same meeting in two calendars: same UID, same start (providers.md trap 17). */
export function meetingOf(event: CalendarEvent): string {
  return event.meeting === null
    ? `${event.calendar}/${event.id}`
    : `${event.meeting}@${event.time.start}`;
}
