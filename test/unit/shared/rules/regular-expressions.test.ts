import { describe, expect, it } from 'vitest';
import { parseRuleSet } from '../../../../shared/rules/rule-set.ts';
import { timed } from '../../../kit/event-builder.ts';
import type { RuleInput } from '../../../kit/plan-world.ts';
import { holds } from './rule-builder.ts';

function titled(title: string): ReturnType<typeof timed> {
  return timed('A', 'x', '2026-05-05T09:00Z', '2026-05-05T09:30Z', {
    text: { title, location: null, description: null },
  });
}

function problemsOf(conditions: unknown): unknown {
  return parseRuleSet([{ id: 'a', sources: ['*'], targets: ['*'], conditions }]);
}

describe('regular expressions in rules', () => {
  it.each([
    ['(a+)+$', false],
    // Nothing at all stands before the end of every title.
    ['(a|a)*$', true],
    ['(a|aa)+$', false],
    ['([a-z]+)*\\d', false],
    ['(.*a){12}$', false],
    ['^(([a-z])+.)+[A-Z]$', false],
  ])('[R8] %s finishes on the title made to stall it', (matches, answer) => {
    const title = titled(`${'a'.repeat(5_000)}!`);
    expect(holds({ title: { matches, ignoreCase: false } }, title)).toBe(answer);
  });

  it.each(['(a', '[z-a]', 'a**', '(?<=a)b', '(a)\\1', 'x{1001}', '\\'])(
    '[R8] %s, which is not RE2, makes the rule invalid at its place',
    (matches) => {
      expect(
        problemsOf({ all: [{ allDay: false }, { none: [{ title: { matches } }] }] }),
      ).toStrictEqual({
        ok: false,
        problems: [
          {
            path: 'rules[0].conditions.all[1].none[0].title.matches',
            reason: `"${matches}" is no regular expression in RE2 syntax`,
          },
        ],
      });
    },
  );

  it('[R8] names every pattern that does not compile, and only those', () => {
    const any = [
      { title: { matches: '(' } },
      { title: { matches: 'a' } },
      { title: { matches: ')' } },
    ];
    expect(problemsOf({ any })).toMatchObject({
      problems: [
        { path: 'rules[0].conditions.any[0].title.matches' },
        { path: 'rules[0].conditions.any[2].title.matches' },
      ],
    });
  });

  it.each<[string, string, boolean]>([
    ['1:1', 'Jane 1:1', true],
    ['^1:1', 'Jane 1:1', false],
    ['\\bsync\\b', 'Team SYNC today', true],
    ['\\bsync\\b', 'asynchronous', false],
    ['^\\p{Lu}', 'Élan', true],
  ])('[R8] %s is found in "%s": %s', (matches, title, expected) => {
    const conditions: RuleInput['conditions'] = { title: { matches } };
    expect(holds(conditions, titled(title))).toBe(expected);
  });
});
