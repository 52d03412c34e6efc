import { describe, expect, it } from 'vitest';
import { ruleSetDocument, parseRuleSet } from '../../../../shared/rules/rule-set.ts';

const good = { id: 'a', sources: ['*'], targets: ['Work/Calendar'] };

function problemsOf(more: Record<string, unknown>): unknown {
  const parsed = parseRuleSet([{ ...good, ...more }]);
  return parsed.ok ? 'ok' : parsed.problems;
}

const at = (place: string): string => (place === '' ? 'rules[0]' : `rules[0].${place}`);

describe('a rule file', () => {
  it('[R27] is taken as a list, or as a document with a version', () => {
    expect(parseRuleSet([good])).toMatchObject({ ok: true, rules: [{ id: 'a', name: 'a' }] });
    expect(parseRuleSet({ $schema: 'x', version: 1, rules: [good] })).toEqual(parseRuleSet([good]));
    expect(parseRuleSet([])).toEqual({ ok: true, rules: [] });
  });

  it.each<[unknown, string]>([
    [null, 'the file'],
    ['text', 'the file'],
    [{}, 'rules'],
    [{ rules: {} }, 'rules'],
    [{ rules: [5] }, 'rules[0]'],
    [{ rules: [], version: 2 }, 'version'],
    [{ rules: Array.from({ length: 501 }, (_, n) => ({ ...good, id: `r${n}` })) }, 'rules'],
  ])('[R27] is refused as %#, with the place named', (input, path) => {
    expect(parseRuleSet(input)).toMatchObject({ ok: false, problems: [{ path }] });
  });

  it('[R27] says how many are too many', () => {
    const many = { exclude: Array.from({ length: 201 }, () => '*') };
    expect(problemsOf(many)).toEqual([{ path: 'rules[0].exclude', reason: 'give 200 at most' }]);
  });

  it('[R27] is refused as a whole, and names the problems of all its rules', () => {
    const rules = [good, { ...good, id: 'b', sources: [] }, { ...good, id: 'c', mask: 'loud' }];
    expect(parseRuleSet(rules)).toMatchObject({
      ok: false,
      problems: [{ path: 'rules[1].sources' }, { path: 'rules[2].mask' }],
    });
  });

  it('[R27] names the problems of meaning of all its rules, too', () => {
    const bad = { mask: { level: 'title', template: '{who}' }, options: { mergeGap: 5 } };
    expect(parseRuleSet([{ ...good, ...bad }, good])).toMatchObject({
      ok: false,
      problems: [
        { path: 'rules[0].mask.template' },
        { path: 'rules[0].options.mergeGap' },
        { path: 'rules[1].id' },
      ],
    });
  });
});

describe('a problem of a rule file', () => {
  it.each<[string, Record<string, unknown>, RegExp]>([
    ['id', { id: 'Has Capitals' }, /lower-case letters/],
    ['id', { id: 'x'.repeat(65) }, /64 at most/],
    ['name', { name: '' }, /^write at least one character$/],
    ['name', { name: 'x'.repeat(81) }, /^use 80 characters at most$/],
    ['enabled', { enabled: 'yes' }, /boolean/],
    ['sources', { sources: [] }, /^give at least one$/],
    ['targets', { targets: [] }, /^give at least one$/],
    ['sources[0]', { sources: ['Work'] }, /<account label>\/\*/],
    ['exclude[1]', { exclude: ['*', '*/Calendar'] }, /<account label>\/\*/],
    ['mask', { mask: 'loud' }, /"busy", "labelled", "title"/],
    ['mask', { mask: 7 }, /object with a "level"/],
    ['mask.level', { mask: { level: 'loud' } }, /"titleAndLocation"/],
    ['mask.labels.Work', { mask: { level: 'labelled', labels: { Work: 'x' } } }, /write "\*"/],
    ['options.roundTo', { options: { roundTo: 7 } }, /0, 5, 15, 30 or 60/],
    ['options.bufferBefore', { options: { bufferBefore: 241 } }, /^use 240 at most$/],
    ['options.bufferAfter', { options: { bufferAfter: -1 } }, /^use 0 at least$/],
    ['options.retentionDays', { options: { retentionDays: 0 } }, /^use 1 at least$/],
    ['options.showAs', { options: { showAs: 'free' } }, /"same"/],
    [
      'options.workingHours.from',
      { options: { workingHours: { from: '9:00', to: '17:00' } } },
      /HH:mm/,
    ],
    ['options.workingHours.to', { options: { workingHours: { from: '18:00' } } }, /later than/],
    [
      'options.workingHours.zone',
      { options: { workingHours: { zone: 'CEST!' } } },
      /Europe\/Berlin/,
    ],
    ['conditions', { conditions: {} }, /no such condition/],
    ['conditions', { conditions: { importance: ['high'] } }, /no such condition/],
    ['conditions.all', { conditions: { all: [] } }, /^give at least one$/],
    [
      'conditions.title.contains',
      { conditions: { title: { contains: '' } } },
      /^write at least one/,
    ],
    [
      'conditions.all[1]',
      { conditions: { all: [{ allDay: true }, { x: 1 }] } },
      /no such condition/,
    ],
    ['conditions.response[0]', { conditions: { response: ['maybe'] } }, /"notResponded"/],
    [
      'conditions.none[0].any[0].allDay',
      { conditions: { none: [{ any: [{ allDay: 1 }] }] } },
      /boolean/,
    ],
    ['conditions.title', { conditions: { title: {} } }, /exactly one/],
    ['conditions.title', { conditions: { title: { contains: 'a', matches: 'b' } } }, /exactly one/],
    ['conditions.attendees', { conditions: { attendees: {} } }, /min, max or both/],
    ['conditions.duration', { conditions: { duration: { min: 2, max: 1 } } }, /min is above max/],
    [
      'conditions.weekday.zone',
      { conditions: { weekday: { days: ['mon'], zone: 'Mars' } } },
      /time zone/,
    ],
    [
      'conditions.timeOfDay.to',
      { conditions: { timeOfDay: { from: '09:00', to: '24:00' } } },
      /HH:mm/,
    ],
  ])('[R27] is named %s in %j', (place, more, reason) => {
    expect(problemsOf(more)).toEqual([{ path: at(place), reason: expect.stringMatching(reason) }]);
  });

  it.each<[string, Record<string, unknown>]>([
    ['', { extra: 1 }],
    ['mask', { mask: { level: 'busy', extra: 1 } }],
    ['options', { options: { extra: 1 } }],
    ['options.workingHours', { options: { workingHours: { extra: 1 } } }],
    ['conditions', { conditions: { allDay: true, extra: 1 } }],
    ['conditions.title', { conditions: { title: { contains: 'a', extra: 1 } } }],
    [
      'conditions.any[0].weekday',
      { conditions: { any: [{ weekday: { days: ['mon'], extra: 1 } }] } },
    ],
  ])('[R28] is an unknown key in "%s"', (place, more) => {
    expect(problemsOf(more)).toMatchObject([
      { path: at(place), reason: expect.stringContaining('"extra"') },
    ]);
  });

  it('[R28] is two questions where one is meant', () => {
    expect(
      problemsOf({ conditions: { all: [{ allDay: true }], any: [{ allDay: true }] } }),
    ).toEqual([{ path: 'rules[0].conditions', reason: 'Unrecognized key: "any"' }]);
  });

  it('[R28] is an id used twice, named where it is used again', () => {
    expect(parseRuleSet([good, { ...good, id: 'b' }, good])).toEqual({
      ok: false,
      problems: [{ path: 'rules[2].id', reason: 'the id "a" is used twice' }],
    });
  });

  it.each<[string, Record<string, unknown>]>([
    ['mask.label', { mask: { level: 'labelled' } }],
    ['mask.label', { mask: { level: 'title', template: '{label}: {title}' } }],
    ['mask.label', { mask: { level: 'busy', label: 'Client' } }],
    ['mask.label', { mask: { labels: { '*': 'Client' } } }],
    ['options.mergeGap', { options: { mergeGap: 10 } }],
  ])('[R28] is a setting without effect, or one that is missing: %s in %j', (place, more) => {
    expect(problemsOf(more)).toMatchObject([{ path: at(place) }]);
  });

  it('[R28] is no missing label where a template only shows its braces', () => {
    expect(problemsOf({ mask: { level: 'title', template: '{{label}} {title}' } })).toBe('ok');
  });
});

describe('conditions', () => {
  const nested = (depth: number): unknown =>
    depth === 1 ? { allDay: true } : { all: [nested(depth - 1)] };
  const wide = (count: number): unknown => ({
    any: [
      { all: Array.from({ length: 50 }, () => ({ allDay: true })) },
      { all: Array.from({ length: count - 50 }, () => ({ allDay: true })) },
    ],
  });

  it('[R6] nest 8 deep, and no deeper', () => {
    expect(problemsOf({ conditions: nested(8) })).toBe('ok');
    expect(problemsOf({ conditions: nested(9) })).toMatchObject([
      { path: 'rules[0].conditions', reason: expect.stringContaining('8 deep') },
    ]);
  });

  it('[R6] ask 100 questions, and no more', () => {
    expect(problemsOf({ conditions: wide(100) })).toBe('ok');
    expect(problemsOf({ conditions: wide(101) })).toMatchObject([
      { path: 'rules[0].conditions', reason: expect.stringContaining('100 conditions') },
    ]);
  });
});

describe('a rule that was kept', () => {
  it.each<Record<string, unknown>>([
    {},
    { mask: 'details' },
    {
      mask: { level: 'title', label: 'x', labels: { 'Work/*': 'y' }, template: '{label} {title}' },
    },
    { conditions: { none: [{ title: { matches: 'x' } }, { attendees: { max: 3 } }] } },
    { options: { merge: true, mergeGap: 5, workingHours: { zone: 'Asia/Tokyo' } }, enabled: false },
  ])('[R30] reads the same as before: %j', (more) => {
    const once = parseRuleSet([{ ...good, ...more }]);
    const kept: unknown = once.ok ? JSON.parse(JSON.stringify(once.rules)) : null;
    expect(parseRuleSet(kept)).toEqual(once);
    expect(JSON.stringify(parseRuleSet(kept))).toBe(JSON.stringify(once));
    expect(ruleSetDocument.safeParse({ rules: kept }).success).toBe(true);
  });
});
