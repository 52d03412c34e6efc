import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../../../shared/model/calendar.ts';
import {
  matchRank,
  resolveSelectors,
  selectorProblems,
} from '../../../../shared/rules/selectors.ts';
import { PlanWorld, type RuleInput } from '../../../kit/plan-world.ts';
import { ruleOf } from './rule-builder.ts';

const [blank] = new PlanWorld(['A']).calendars;

function calendar(ref: string, rights: Partial<Calendar> = {}): Calendar {
  if (blank === undefined) throw new Error('no calendar');
  return {
    ...blank,
    id: ref as Calendar['id'],
    ref,
    name: ref.slice(ref.indexOf('/') + 1),
    ...rights,
  };
}

const calendars = [
  calendar('Work/Team'),
  calendar('Work/Team 2'),
  calendar('Work/Rooms', { canWrite: false }),
  calendar('Working/Team'),
  calendar('Home/A/B'),
  calendar('Home/Busy only', { canRead: false }),
];

function resolved(more: Partial<RuleInput>): ReturnType<typeof resolveSelectors> {
  return resolveSelectors(ruleOf(more), calendars);
}

describe('a selector', () => {
  it.each([
    ['*', 'Work/Team', 1],
    ['Work/*', 'Work/Team', 2],
    ['Work/Team', 'Work/Team', 3],
    ['Work/Team', 'Work/Team 2', 0],
    ['Work/*', 'Working/Team', 0],
    ['work/*', 'Work/Team', 0],
    ['Work/team', 'Work/Team', 0],
    ['Home/*', 'Home/A/B', 2],
    ['Home/A/B', 'Home/A/B', 3],
    ['Work/Te*', 'Work/Team', 0],
  ])('[R32] %s names %s with precision %i', (selector, ref, rank) => {
    expect(matchRank(selector, ref)).toBe(rank);
  });

  it('[R32] takes what is excluded out of both sides, whatever names it', () => {
    expect(resolved({ exclude: ['Work/Team', 'Home/*'] })).toEqual({
      sources: ['Work/Rooms', 'Work/Team 2', 'Working/Team'],
      targets: ['Work/Team 2', 'Working/Team'],
    });
  });

  it('[R32] names each calendar once, however many selectors do', () => {
    const twice = resolved({ sources: ['Work/Team', 'Work/*', '*'], targets: ['Working/Team'] });
    expect(new Set(twice.sources).size).toBe(twice.sources.length);
    expect(twice.targets).toEqual(['Working/Team']);
  });

  it('[R33] gives no source that cannot be read, and no target that cannot be written', () => {
    const { sources, targets } = resolved({});
    expect(sources).not.toContain('Home/Busy only');
    expect(sources).toContain('Work/Rooms');
    expect(targets).not.toContain('Work/Rooms');
    expect(targets).not.toContain('Home/Busy only');
  });
});

describe('a selector that cannot be meant', () => {
  it.each<[Partial<RuleInput>, string, RegExp]>([
    [
      { sources: ['*', 'Work/Tean'] },
      'sources[1]',
      /^no calendar "Work\/Tean"; known are "Work\/Team"/,
    ],
    [{ targets: ['work/Team'] }, 'targets[0]', /^no calendar "work\/Team"/],
    [{ exclude: ['Play/*'] }, 'exclude[0]', /^no account "Play"$/],
    [{ targets: ['*', 'Work/Rooms'] }, 'targets[1]', /"Work\/Rooms" is read-only$/],
  ])('[R33] in %j is named by its place', (more, path, reason) => {
    expect(selectorProblems(ruleOf(more), calendars)).toEqual([
      { path, reason: expect.stringMatching(reason) },
    ]);
  });

  it('[R33] is none that names what is there, nor a wildcard without calendars', () => {
    const rule = ruleOf({
      sources: ['Work/*', 'Home/A/B'],
      targets: ['Work/Team'],
      exclude: ['*'],
    });
    expect(selectorProblems(rule, calendars)).toEqual([]);
    expect(selectorProblems(ruleOf(), [])).toEqual([]);
  });

  it('[R33] says so where no calendar is known at all', () => {
    expect(selectorProblems(ruleOf({ sources: ['Work/A'] }), [])).toEqual([
      { path: 'sources[0]', reason: 'no calendar "Work/A"; known are none' },
    ]);
  });
});
