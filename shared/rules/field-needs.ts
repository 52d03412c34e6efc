import type { Calendar } from '../model/calendar.ts';
import { leavesOf } from '../model/condition.ts';
import type { CalendarEvent, FieldNeeds } from '../model/event.ts';
import type { Rule } from '../model/rule.ts';
import { levelAllows, type MaskLevel } from '../model/mask-level.ts';
import type { ActiveRule } from '../plan/active-rule.ts';

export const noNeeds: FieldNeeds = {
  title: false,
  location: false,
  description: false,
  organizer: false,
  categories: false,
};
export const allNeeds: FieldNeeds = {
  title: true,
  location: true,
  description: true,
  organizer: true,
  categories: true,
};

/** What the window of the app shows of every calendar. A description is shown only where a rule has it kept. */
const windowNeeds: FieldNeeds = { ...noNeeds, title: true, location: true };

/**
 * Which private fields of a source its rules need. What none needs is not kept: of a source that only casts "Busy" no
 * title reaches the mirror (security.md P8).
 */
export function needsOf(
  rules: readonly ActiveRule[],
  calendar: Calendar,
  mirrorAll: boolean,
): FieldNeeds {
  return rules
    .filter(({ sources }) => sources.includes(calendar.id))
    .map(({ compiled }) => ruleNeeds(compiled.rule))
    .reduce(both, mirrorAll ? windowNeeds : noNeeds);
}

function ruleNeeds({ mask, conditions }: Rule): FieldNeeds {
  const leaves = conditions === undefined ? [] : [...leavesOf(conditions)];
  const asks = (key: string): boolean => leaves.some((leaf) => key in leaf);
  const allows = (least: MaskLevel): boolean => levelAllows(mask.level, least);
  return {
    title: allows('title') || asks('title'),
    location: allows('titleAndLocation'),
    description: allows('details'),
    organizer: asks('organizerDomain'),
    categories: asks('category'),
  };
}

function both(a: FieldNeeds, b: FieldNeeds): FieldNeeds {
  return {
    title: a.title || b.title,
    location: a.location || b.location,
    description: a.description || b.description,
    organizer: a.organizer || b.organizer,
    categories: a.categories || b.categories,
  };
}

/** An event without what is no longer needed of it; the same object where nothing is too much. */
export function keepOnly(event: CalendarEvent, needs: FieldNeeds): CalendarEvent {
  const { title, location, description } = event.text;
  const kept: CalendarEvent = {
    ...event,
    organizerDomain: needs.organizer ? event.organizerDomain : null,
    categories: needs.categories ? event.categories : [],
    text: {
      title: needs.title ? title : null,
      location: needs.location ? location : null,
      description: needs.description ? description : null,
    },
  };
  return JSON.stringify(kept) === JSON.stringify(event) ? event : kept;
}

/** Whether what was read for `had` is enough for `wanted`. */
export function covers(had: FieldNeeds, wanted: FieldNeeds): boolean {
  return (Object.keys(wanted) as (keyof FieldNeeds)[]).every(
    (field) => had[field] || !wanted[field],
  );
}
