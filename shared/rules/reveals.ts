import type { Calendar } from '../model/calendar.ts';
import type { CalendarId } from '../model/ids.ts';
import type { Mask } from '../model/rule.ts';
import { levelAllows } from '../model/mask-level.ts';
import type { ActiveRule } from '../plan/active-rule.ts';
import { labelFor } from './mask.ts';

/** What a mask may let out of an event, and what it says of its calendar. */
type Field = 'label' | 'title' | 'location' | 'description' | 'private';

const words: Readonly<Record<Field, string>> = {
  label: 'the label that you wrote for it',
  title: 'titles',
  location: 'locations',
  description: 'descriptions',
  private: 'events that are private',
};

/**
 * What draft rules let a target see of a source that the rules in force do not: one sentence per rule and target.
 * Busy times alone reveal nothing here; a field that any rule in force already shows on that target is no news.
 */
export function reveals(
  before: readonly ActiveRule[],
  after: readonly ActiveRule[],
  calendars: ReadonlyMap<CalendarId, Calendar>,
): readonly string[] {
  return after.flatMap((active) =>
    active.targets.flatMap((target) => {
      const fields = new Set<Field>();
      const sources = active.sources.filter((source) => {
        const fresh = [...news(before, active, source, target, calendars)];
        for (const field of fresh) fields.add(field);
        return fresh.length > 0;
      });
      return sources.length === 0 ? [] : [sentence(active, target, sources, fields, calendars)];
    }),
  );
}

function* news(
  before: readonly ActiveRule[],
  active: ActiveRule,
  source: CalendarId,
  target: CalendarId,
  calendars: ReadonlyMap<CalendarId, Calendar>,
): Iterable<Field> {
  if (source === target) return;
  const ref = calendars.get(source)?.ref ?? '';
  const known = before
    .filter(({ sources, targets }) => sources.includes(source) && targets.includes(target))
    .map(({ compiled }) => compiled.rule.mask);
  for (const field of shownBy(active.compiled.rule.mask)) {
    const shown = known.some(
      (mask) =>
        shownBy(mask).has(field) &&
        (field !== 'label' || labelFor(mask, ref) === labelFor(active.compiled.rule.mask, ref)),
    );
    if (!shown) yield field;
  }
}

function shownBy({ level, revealPrivate, template }: Mask): ReadonlySet<Field> {
  const allows = (least: Mask['level']): boolean => levelAllows(level, least);
  return new Set<Field>([
    ...(level === 'labelled' || template?.includes('{label}') === true ? (['label'] as const) : []),
    ...(allows('title') ? (['title'] as const) : []),
    ...(allows('titleAndLocation') ? (['location'] as const) : []),
    ...(allows('details') ? (['description'] as const) : []),
    // At level "busy" a private event looks like any other.
    ...(revealPrivate && level !== 'busy' ? (['private'] as const) : []),
  ]);
}

function sentence(
  { compiled: { rule } }: ActiveRule,
  target: CalendarId,
  sources: readonly CalendarId[],
  fields: ReadonlySet<Field>,
  calendars: ReadonlyMap<CalendarId, Calendar>,
): string {
  const nameOf = (id: CalendarId): string => calendars.get(id)?.ref ?? id;
  const what = listed(
    (Object.keys(words) as Field[])
      .filter((field) => fields.has(field))
      .map((field) => words[field]),
  );
  const [only = target] = sources;
  const from = sources.length === 1 ? `“${nameOf(only)}”` : `${sources.length} calendars`;
  return `“${nameOf(target)}” will show ${what} of ${from} (rule “${rule.name}”).`;
}

function listed(parts: readonly string[]): string {
  return parts.length < 2
    ? parts.join('')
    : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}
