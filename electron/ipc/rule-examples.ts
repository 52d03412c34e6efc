import type { RulePreview } from '../../shared/ipc/rules.ts';
import type { CalendarEvent } from '../../shared/model/event.ts';
import type { ActiveRule } from '../../shared/plan/active-rule.ts';
import { explain } from '../../shared/plan/explain.ts';
import type { PlanInput } from '../../shared/plan/plan-scope.ts';
import { spanOf } from '../../shared/time/all-day.ts';
import { DAY, plus } from '../../shared/time/instant.ts';
import { NO_TITLE } from '../../shared/view/calendar-item.ts';
import { blockSentence, noBlockSentences } from '../../shared/view/reasons.ts';

type Example = RulePreview['examples'][number];

const MOST = 8;
/** So that one full calendar does not hide the others. */
const PER_SOURCE = 3;
const AHEAD_MS = 14 * DAY;

/** The next events of a rule's sources beside what its targets would show of them. One per series. */
export function examplesOf(input: PlanInput, focus: string, zone: string): readonly Example[] {
  const active = input.rules.find(({ compiled }) => compiled.rule.id === focus);
  if (active === undefined) return [];
  return upcoming(input, active, zone)
    .flatMap((event) => {
      const target = active.targets.find((one) => one !== event.calendar);
      return target === undefined ? [] : exampleOf(input, active, event, target);
    })
    .slice(0, MOST);
}

function upcoming(input: PlanInput, active: ActiveRule, zone: string): readonly CalendarEvent[] {
  const ahead = { start: input.now, end: plus(input.now, AHEAD_MS) };
  const startOf = (event: CalendarEvent): number => spanOf(event.time, zone).start;
  return active.sources
    .flatMap((source) => {
      const series = new Set<string>();
      return input.view
        .events(source, [ahead])
        .filter((event) => startOf(event) >= input.now)
        .sort((a, b) => startOf(a) - startOf(b))
        .filter((event) => {
          const one = event.series ?? event.id;
          return !series.has(one) && series.add(one);
        })
        .slice(0, PER_SOURCE);
    })
    .sort((a, b) => startOf(a) - startOf(b));
}

function exampleOf(
  input: PlanInput,
  { compiled: { rule } }: ActiveRule,
  event: CalendarEvent,
  target: Example['target'] & Parameters<typeof explain>[2],
): readonly Example[] {
  const explanation = explain(input, event, target).find((one) => one.rule === rule.id);
  if (explanation === undefined) return [];
  const blocked = explanation.kind === 'block' ? explanation : null;
  return [
    {
      calendar: event.calendar,
      title: event.text.title ?? NO_TITLE,
      time: event.time,
      target,
      shown:
        blocked === null
          ? null
          : {
              title: blocked.content.title,
              time: blocked.content.time,
              location: blocked.content.location,
              description: blocked.content.description,
            },
      reason:
        explanation.kind === 'block'
          ? blockSentence('live', rule.name, explanation.members, rule.options.onEdit)
          : noBlockSentences[explanation.reason],
    },
  ];
}
