import { describe, expect, it } from 'vitest';
import { maskLevels, type MaskLevel } from '../../../../shared/model/mask-level.ts';
import { maskText } from '../../../../shared/rules/mask.ts';
import { parseRuleSet } from '../../../../shared/rules/rule-set.ts';
import { parseTemplate } from '../../../../shared/rules/template.ts';
import { timed } from '../../../kit/event-builder.ts';
import type { RuleInput } from '../../../kit/plan-world.ts';
import { compiledOf } from './rule-builder.ts';

const least = { label: 'labelled', title: 'title', location: 'titleAndLocation' } as const;
const table = Object.entries(least).flatMap(([token, needs]) =>
  maskLevels.map((level) => ({
    token,
    level,
    needs,
    allowed: maskLevels.indexOf(level) >= maskLevels.indexOf(needs),
  })),
);

function problemsOf(mask: RuleInput['mask']): unknown {
  const parsed = parseRuleSet([{ id: 'a', sources: ['*'], targets: ['*'], mask }]);
  return parsed.ok ? 'ok' : parsed.problems;
}

function titled(template: string, title: string | null, level: MaskLevel = 'details'): string {
  const event = timed('A', 'x', '2026-05-05T09:00Z', '2026-05-05T09:30Z', {
    text: { title, location: 'Room 7', description: 'Notes' },
  });
  const mask = { level, label: 'Client', template };
  return maskText(event, compiledOf({ mask }), 'Work/A').title;
}

describe('tokens and levels', () => {
  it.each(table)('[R19] {$token} at level $level: $allowed', ({ token, level, needs, allowed }) => {
    const template = `x {${token}}`;
    const label = level === 'busy' ? {} : { label: 'Client' };
    const reason =
      level === 'busy'
        ? 'a template needs the level "labelled" or more'
        : `"{${token}}" needs the level "${needs}" or more`;
    expect(problemsOf({ level, template, ...label })).toEqual(
      allowed ? 'ok' : [{ path: 'rules[0].mask.template', reason }],
    );
    if (!allowed) expect(titled(template, 'Merger', level)).toBe('Busy');
  });

  it.each([
    '{attendees}',
    '{description}',
    '{Title}',
    '{ title }',
    '{}',
    '{title.x}',
    '{__proto__}',
  ])('[R19] %s is unknown, makes the rule invalid, and shows nothing', (token) => {
    const reason = `unknown token "${token}"; known are {label}, {title}, {location}`;
    expect(problemsOf({ level: 'details', template: `x ${token}` })).toEqual([
      { path: 'rules[0].mask.template', reason },
    ]);
    expect(titled(`x ${token}`, 'Merger')).toBe('Busy');
  });

  it.each([
    ['{title', '{'],
    ['title}', '}'],
    ['{{title}', '}'],
    ['{ti{tle}', '{'],
  ])('[R19] a lone brace in %s makes the rule invalid', (template, brace) => {
    const reason = `a lone "${brace}"; write it twice to show it`;
    expect(problemsOf({ level: 'title', template })).toEqual([
      { path: 'rules[0].mask.template', reason },
    ]);
  });

  it('[R19] a forbidden token after a permitted one is found too', () => {
    expect(parseTemplate('{label} {title}', 'labelled').ok).toBe(false);
  });
});

describe('a filled template', () => {
  it.each<[string, string, string]>([
    ['{label}: {title} ({location})', 'Merger', 'Client: Merger (Room 7)'],
    ['{title}{title}', 'a', 'aa'],
    ['Fixed words', 'Merger', 'Fixed words'],
    ['{{{title}}}', 'Merger', '{Merger}'],
    ['{{title}}', 'Merger', '{title}'],
  ])('[R20] %s with "%s" reads "%s"', (template, title, expected) => {
    expect(titled(template, title)).toBe(expected);
  });

  it.each(['{location}', '{{', '$&', '$1', '%s'])(
    '[R20] takes %s in a title for words, not for a token',
    (title) => {
      expect(titled('{label}: {title}', title, 'title')).toBe(`Client: ${title}`);
    },
  );

  it.each([
    ['{label}: {title}', 'Client'],
    ['{title} – {label}', 'Client'],
    ['{title}', 'Busy'],
    ['{title} – ', 'Busy'],
  ])('[R20] %s leaves no separator where the title is missing', (template, expected) => {
    expect(titled(template, null)).toBe(expected);
  });
});
