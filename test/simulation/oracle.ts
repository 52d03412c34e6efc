/**
 * What the rules ask for, worked out from the clouds alone, and written without a look at the planner: it shares types
 * with it and nothing else. It knows the options that the simulation uses.
 */
import type {
  World,
  WorldCalendar,
  WorldOccurrence,
} from '../../electron/simulator/world/types.ts';
import type { Rule } from '../../shared/model/rule.ts';
import { merged, place, titleOf, type Wanted } from './oracle-look.ts';

const levels = ['busy', 'labelled', 'title', 'titleAndLocation', 'details'];

type Named = WorldCalendar & { readonly ref: string };

/** Whether any of a rule's selectors means this calendar. */
export const fits = (selectors: readonly string[], ref: string): boolean =>
  selectors.some(
    (one) => one === '*' || one === ref || (one.endsWith('/*') && ref.startsWith(one.slice(0, -1))),
  );

const isOurs = ({ fields }: WorldOccurrence): boolean => Object.keys(fields.properties).length > 0;

function meetingOf({ event, fields: { time }, start }: WorldOccurrence): string {
  return `${event.uid} ${time.kind === 'allDay' ? time.start : start}`;
}

function casts({ fields, start, end }: WorldOccurrence, { options }: Rule): boolean {
  if (fields.showAs === 'free' || fields.cancelled || fields.response === 'declined') return false;
  return end > start && !(fields.time.kind === 'allDay' && options.allDay === 'skip');
}

/** The blocks that `target` should show between two instants, ms. */
export function wanted(
  world: World,
  calendars: readonly Named[],
  rules: readonly Rule[],
  target: Named,
  from: number,
  to: number,
): readonly Wanted[] {
  const held = new Set(
    world
      .occurrences(target.id, from, to)
      .filter((one) => !isOurs(one) && !one.fields.cancelled && one.fields.response !== 'declined')
      .map(meetingOf),
  );
  const byMeeting = new Map<string, { rule: Rule; source: string; block: Wanted }>();
  const inOrder = rules
    .filter(({ enabled, targets }) => enabled && fits(targets, target.ref))
    .sort((a, b) => levels.indexOf(b.mask.level) - levels.indexOf(a.mask.level));
  for (const rule of inOrder) {
    for (const source of calendars.filter(
      ({ id, ref }) => id !== target.id && fits(rule.sources, ref),
    )) {
      for (const one of world.occurrences(source.id, from, to)) {
        const meeting = meetingOf(one);
        if (isOurs(one) || held.has(meeting) || !casts(one, rule)) continue;
        const known = byMeeting.get(meeting);
        if (known !== undefined && known.rule !== rule) continue;
        // In one calendar, two occurrences that begin together are two.
        const another = known?.source === source.id ? ` ${one.originalStart ?? one.event.id}` : '';
        const copy = another === '' ? known?.block : undefined;
        const titles = new Set([...(copy?.titles ?? []), titleOf(one, rule)]);
        const block = { ...(copy ?? place(one, rule)), titles };
        byMeeting.set(meeting + another, { rule, source: known?.source ?? source.id, block });
      }
    }
  }
  return inOrder.flatMap((rule) => {
    const own = [...byMeeting.values()]
      .filter((one) => one.rule === rule)
      .map(({ block }) => block);
    return rule.options.merge ? merged(own) : own;
  });
}
