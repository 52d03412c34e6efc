import { describe, expect, it } from 'vitest';
import type { FieldNeeds } from '../../../../shared/model/event.ts';
import { maskLevels } from '../../../../shared/model/mask-level.ts';
import { allNeeds, covers, needsOf, noNeeds } from '../../../../shared/rules/field-needs.ts';
import { PlanWorld, type RuleInput } from '../../../kit/plan-world.ts';

/** What is asked for of calendar `A`, or of another one. */
function needs(rules: readonly Partial<RuleInput>[], name = 'A', mirrorAll = false): string[] {
  const world = new PlanWorld(
    ['A', 'B'],
    rules.map((more, n) => ({ id: `r${n}`, sources: ['Work/A'], targets: ['*'], ...more })),
  );
  const calendar = world.calendars.find((one) => one.name === name);
  if (calendar === undefined) throw new Error('no calendar');
  const found = needsOf(world.input().rules, calendar, mirrorAll);
  return (Object.keys(found) as (keyof FieldNeeds)[]).filter((field) => found[field]);
}

describe('what is asked for of a source', () => {
  it.each(maskLevels)('[R18] at level %s is what the level shows', (level) => {
    const expected = {
      busy: [],
      labelled: [],
      title: ['title'],
      titleAndLocation: ['title', 'location'],
      details: ['title', 'location', 'description'],
    };
    expect(needs([{ mask: { level } }])).toEqual(expected[level]);
  });

  it.each<[string, RuleInput['conditions'], string[]]>([
    ['titles', { title: { contains: 'x' } }, ['title']],
    ['organizers', { none: [{ all: [{ organizerDomain: ['example.com'] }] }] }, ['organizer']],
    ['categories', { any: [{ category: ['Red'] }, { allDay: true }] }, ['categories']],
    ['neither', { all: [{ attendees: { min: 1 } }, { recurring: true }] }, []],
  ])('[R18] is what conditions ask for: %s', (_, conditions, expected) => {
    expect(needs([{ conditions }])).toEqual(expected);
  });

  it('[R18] is what all its rules need together', () => {
    const conditions: RuleInput['conditions'] = { category: ['Red'] };
    expect(needs([{ mask: 'title' }, { conditions }])).toEqual(['title', 'categories']);
  });

  it('[R18] is nothing for a calendar that is no source, or whose rule is switched off', () => {
    expect(needs([{ mask: 'details' }], 'B')).toEqual([]);
    expect(needs([{ mask: 'details', enabled: false }])).toEqual([]);
    expect(needs([])).toEqual([]);
  });

  it('[R18] keeps titles and locations as well where the window shows all events', () => {
    expect(needs([], 'B', true)).toEqual(['title', 'location']);
    expect(needs([{ mask: 'details' }], 'A', true)).toEqual(['title', 'location', 'description']);
  });

  it('[R18] is read anew only where a field is missing', () => {
    const title = { ...noNeeds, title: true };
    expect(covers(allNeeds, title)).toBe(true);
    expect(covers(title, title)).toBe(true);
    expect(covers(noNeeds, title)).toBe(false);
    expect(covers(title, { ...noNeeds, location: true })).toBe(false);
  });
});
