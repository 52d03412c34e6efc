import type { AccountView } from '../../shared/ipc/accounts.ts';
import type { CalendarItem } from '../../shared/ipc/calendar.ts';
import type { Output } from '../../shared/ipc/contract.ts';
import type { CalendarEvent } from '../../shared/model/event.ts';
import type { CalendarId, EventId } from '../../shared/model/ids.ts';
import type { Rule } from '../../shared/model/rule.ts';
import { maskLevels } from '../../shared/model/mask-level.ts';
import { compileRule } from '../../shared/rules/compile.ts';
import { judge, type Refusal } from '../../shared/rules/eligible.ts';
import { maskText } from '../../shared/rules/mask.ts';
import { parseRuleSet } from '../../shared/rules/rule-set.ts';
import { resolveSelectors, selectorProblems } from '../../shared/rules/selectors.ts';
import { shape } from '../../shared/rules/shape.ts';
import { asCalendar, calendarChoices } from '../../shared/rules/calendar-choices.ts';

/** A preview by the shared rules themselves, though without a ledger: what the editor shows is what the rules say. */
type Preview = Output<'previewRules'>;

const why: Readonly<Record<Refusal, string>> = {
  foreignBlock: 'It is a busy block itself.',
  free: 'You are free during it.',
  workingLocation: 'It only says where you work.',
  birthday: 'It is a birthday.',
  cancelled: 'It was cancelled.',
  declined: 'You declined it.',
  unknownShowAs: 'Nobody knows whether it keeps you busy.',
  conditions: 'It does not meet the conditions of this rule.',
  allDaySkipped: 'This rule leaves all-day events out.',
  empty: 'It has no length.',
};

export function previewByRules(
  input: readonly unknown[],
  focus: string | null,
  world: {
    readonly accounts: readonly AccountView[];
    readonly items: readonly CalendarItem[];
    readonly saved: readonly Rule[];
    readonly zone: string;
    readonly now: number;
  },
): Preview {
  const calendars = calendarChoices(world.accounts).map(asCalendar);
  const parsed = parseRuleSet(input);
  const problems = parsed.ok
    ? parsed.rules.flatMap((rule, index) =>
        selectorProblems(rule, calendars).map(({ path, reason }) => ({
          place: `rules[${index}].${path}`,
          reason,
        })),
      )
    : parsed.problems.map(({ path, reason }) => ({ place: path, reason }));
  const none = { problems, impact: [], requests: 0, reveals: [], examples: [] };
  if (!parsed.ok) return none;
  const before = blocksOf(world.saved, calendars, world);
  const after = blocksOf(parsed.rules, calendars, world);
  const impact = [...new Set([...before.keys(), ...after.keys()])].map((key) => {
    const [rule = '', target = ''] = key.split('\n');
    const [had, has] = [before.get(key), after.get(key)];
    const [old, fresh] = [had?.length ?? 0, has?.length ?? 0];
    const same = had?.filter((text, index) => has?.[index] === text).length ?? 0;
    return {
      rule,
      target,
      create: Math.max(0, fresh - old),
      change: Math.max(0, Math.min(old, fresh) - same),
      remove: Math.max(0, old - fresh),
    };
  });
  const rule = parsed.rules.find(({ id }) => id === focus);
  return {
    problems,
    impact: impact.filter(({ create, change, remove }) => create + change + remove > 0),
    requests: Math.ceil(
      impact.reduce((sum, one) => sum + one.create + one.change + one.remove, 0) / 20,
    ),
    reveals: parsed.rules.flatMap((one) => {
      const old = world.saved.find(({ id }) => id === one.id)?.mask.level ?? 'busy';
      return maskLevels.indexOf(one.mask.level) > maskLevels.indexOf(old) &&
        one.mask.level !== 'labelled'
        ? [`“${one.name}” shows the ${words[one.mask.level]} of its events on its targets.`]
        : [];
    }),
    examples: rule === undefined ? [] : examplesOf(rule, calendars, world),
  };
}

const words = {
  busy: 'fact',
  labelled: 'label',
  title: 'title',
  titleAndLocation: 'title and the place',
  details: 'title, the place and the description',
};

type World = Parameters<typeof previewByRules>[2];
type Calendars = ReturnType<typeof asCalendar>[];

function blocksOf(
  rules: readonly Rule[],
  calendars: Calendars,
  world: World,
): Map<string, string[]> {
  const blocks = new Map<string, string[]>();
  for (const rule of rules.filter(({ enabled }) => enabled))
    for (const { target, shown } of examplesOf(rule, calendars, world, 10_000)) {
      if (shown === null) continue;
      const key = `${rule.id}\n${target}`;
      blocks.set(key, [...(blocks.get(key) ?? []), JSON.stringify(shown)]);
    }
  return blocks;
}

function examplesOf(
  rule: Rule,
  calendars: Calendars,
  { items, zone, now }: World,
  max = 14,
): Preview['examples'] {
  const compiled = compileRule(rule);
  const { sources, targets } = resolveSelectors(rule, calendars);
  return items
    .filter(
      ({ kind, calendar, time }) =>
        kind === 'event' &&
        sources.includes(calendar as CalendarId) &&
        (time.kind === 'allDay' || time.start > now),
    )
    .slice(0, max)
    .flatMap((item) => {
      const event = eventOf(item);
      const verdict = judge(event, compiled, zone);
      const shaped = shape(event.time, rule.options, zone);
      const ref = calendars.find(({ id }) => id === event.calendar)?.ref ?? '';
      const [first] = shaped.kind === 'shaped' ? shaped.times : [];
      const text = maskText(event, compiled, ref);
      return targets
        .filter((target) => target !== event.calendar)
        .map((target) => ({
          calendar: item.calendar,
          title: item.title,
          time: item.time,
          target,
          shown: verdict.cast && first !== undefined ? { ...text, time: first.time } : null,
          reason: verdict.cast
            ? 'The rule covers this calendar, and the event keeps you busy.'
            : why[verdict.reason],
        }));
    });
}

function eventOf(item: CalendarItem): CalendarEvent {
  return {
    id: item.id as EventId,
    calendar: item.calendar as CalendarId,
    meeting: null,
    occurrence: '',
    series: item.recurring ? ('series' as EventId) : null,
    time: item.time as CalendarEvent['time'],
    showAs: item.showAs,
    response: item.response,
    visibility: item.visibility,
    kind: item.eventKind,
    cancelled: false,
    foreignBlock: false,
    attendeeCount: 3,
    organizerDomain: 'acme.example',
    categories: [],
    text: { title: item.title, location: item.location, description: null },
  };
}
