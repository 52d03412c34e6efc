import { describe, expect, it } from 'vitest';
import { parseRuleSet } from '../../../../shared/rules/rule-set.ts';
import { templates, type TemplateName } from '../../../../shared/rules/rule-templates.ts';
import { selectorProblems } from '../../../../shared/rules/selectors.ts';
import { timed } from '../../../kit/event-builder.ts';
import { PlanWorld } from '../../../kit/plan-world.ts';

const names = Object.keys(templates) as TemplateName[];
const { calendars } = new PlanWorld(['A', 'B', 'C']);
const withDefault = calendars.map((one, n) => ({ ...one, isDefault: n === 1, canWrite: n > 0 }));

/** What each calendar shows when each holds one event of its own, an hour after the other. */
function shownBy(name: TemplateName): Record<string, string[]> {
  const world = new PlanWorld(['A', 'B', 'C'], templates[name](withDefault));
  for (const [n, calendar] of ['A', 'B', 'C'].entries())
    world.put(timed(calendar, 'x', `2026-05-05T0${n + 1}:00Z`, `2026-05-05T0${n + 1}:30Z`));
  world.settle();
  const titles = (target: string): string[] =>
    world.shown(target).map((text) => text.slice(0, -12));
  return { A: titles('A'), B: titles('B'), C: titles('C') };
}

describe('the rules to begin with', () => {
  it.each(names)('[R31] %s are valid, and name calendars that are there', (name) => {
    const rules = templates[name](withDefault);
    expect(parseRuleSet(JSON.parse(JSON.stringify(rules)))).toEqual({ ok: true, rules });
    expect(rules.flatMap((rule) => selectorProblems(rule, withDefault))).toEqual([]);
  });

  it.each(names)('[R31] %s are valid where no calendar is known yet', (name) => {
    expect(parseRuleSet(JSON.parse(JSON.stringify(templates[name]([]))))).toMatchObject({
      ok: true,
    });
  });

  it('[R31] "mesh" and "isolate" block every calendar by every other, as "Busy"', () => {
    const all = {
      A: ['Busy 05-05T02:00', 'Busy 05-05T03:00'],
      B: ['Busy 05-05T01:00', 'Busy 05-05T03:00'],
      C: ['Busy 05-05T01:00', 'Busy 05-05T02:00'],
    };
    expect(shownBy('mesh')).toEqual(all);
    expect(
      Object.values(shownBy('isolate'))
        .flat()
        .every((text) => text.startsWith('Busy')),
    ).toBe(true);
  });

  it('[R31] "hub" shows all on the calendar one writes to by default, by the name of the account', () => {
    expect(shownBy('hub')).toEqual({
      A: ['Busy 05-05T02:00'],
      B: ['Work 05-05T01:00', 'Work 05-05T03:00'],
      C: ['Busy 05-05T02:00'],
    });
  });

  it('[R31] "personal" shows nothing but "Busy", and nothing on the personal calendar', () => {
    expect(shownBy('personal')).toEqual({
      A: ['Busy 05-05T02:00'],
      B: [],
      C: ['Busy 05-05T02:00'],
    });
  });
});
