import type { CalendarEvent } from '../model/event.ts';
import type { CalendarId, RuleId } from '../model/ids.ts';
import { overlaps } from '../time/interval.ts';
import { spanOf } from '../time/all-day.ts';
import { judgeCandidate } from './candidates.ts';
import { compose, rulesFor } from './compose.ts';
import { planScope, type PlanInput } from './plan-scope.ts';
import type { BlockContent } from '../model/block.ts';
import type { NoBlockReason } from './refusal.ts';

/** The answer to "why is, or isn't, this blocked there?" for one event, one rule, one target. */
export type Explanation = { readonly rule: RuleId; readonly target: CalendarId } & (
  | { readonly kind: 'block'; readonly content: BlockContent; readonly members: number }
  | { readonly kind: 'noBlock'; readonly reason: NoBlockReason }
);

/**
 * Explains one event on one target by the very code that plans it, so that the answer can't differ from the deed.
 * One entry per rule that reads the event's calendar and writes to the target.
 */
export function explain(
  input: PlanInput,
  event: CalendarEvent,
  target: CalendarId,
): readonly Explanation[] {
  const scope = planScope(input);
  const span = spanOf(event.time, input.zone);
  const refused = new Map<RuleId, NoBlockReason>();
  const { desired } = compose(scope, target, [span], (other, { compiled }, reason) => {
    if (isSame(other, event)) refused.set(compiled.rule.id, reason);
  });
  return rulesFor(input.rules, target)
    .filter(({ sources }) => event.calendar !== target && sources.includes(event.calendar))
    .map((active): Explanation => {
      const rule = active.compiled.rule.id;
      const source = input.calendars.get(event.calendar);
      const judgement =
        source === undefined ? null : judgeCandidate(active, source, event, input.zone);
      if (judgement !== null && !judgement.cast)
        return { rule, target, kind: 'noBlock', reason: judgement.reason };
      const reason = refused.get(rule);
      if (reason !== undefined) return { rule, target, kind: 'noBlock', reason };
      const block = desired.find((wanted) => {
        if (wanted.draft.active !== active) return false;
        return wanted.members > 1 ? overlaps(wanted.span, span) : isSame(wanted.draft.event, event);
      });
      return block === undefined
        ? { rule, target, kind: 'noBlock', reason: 'outsideWindow' }
        : { rule, target, kind: 'block', content: block.content, members: block.members };
    });
}

/** A store makes a new object of an event at each read. */
function isSame(one: CalendarEvent, other: CalendarEvent): boolean {
  return one.id === other.id && one.calendar === other.calendar;
}
