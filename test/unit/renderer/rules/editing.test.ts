import { describe, expect, it } from 'vitest';
import { alike, exampleGroups, impactByTarget } from '../../../../shared/view/rule-impact.ts';
import { sayImpact } from '../../../../renderer/rules/impact-words.ts';
import {
  changedOptions,
  levelChoices,
  optionParts,
} from '../../../../renderer/rules/option-words.ts';
import {
  elsewhere,
  problemsOfRule,
  reasonsAt,
  reasonsAtNode,
} from '../../../../shared/rules/problems.ts';
import { defaultOptions } from '../../../../shared/model/default-options.ts';
import {
  sayMask,
  sayRule,
  sayState,
  sayStoppedBlocks,
} from '../../../../renderer/rules/rule-words.ts';
import {
  saySelectors,
  standingOf,
  strangers,
  toggleSelector,
} from '../../../../shared/rules/selector-choice.ts';
import { insertToken } from '../../../../renderer/rules/template-text.ts';
import { templateTokens } from '../../../../shared/rules/template-tokens.ts';
import { levelAllows, maskLevels, type MaskLevel } from '../../../../shared/model/mask-level.ts';
import { choices, draft } from '../../shared/rules/choices.ts';
import { quietView } from '../../shared/rules/rule-view.ts';

describe('choosing calendars', () => {
  it('shows what a wider choice covers already', () => {
    expect(standingOf(['Acme/*'], 'Acme/Work')).toBe('covered');
    expect(standingOf(['Acme/*'], 'Acme/*')).toBe('chosen');
    expect(standingOf(['Acme/*'], 'Home/Private')).toBe('open');
    expect(standingOf(['*'], 'Acme/*')).toBe('covered');
  });

  it('drops narrower choices that a wider one makes needless', () => {
    expect(toggleSelector(['Acme/Work', 'Home/Private'], 'Acme/*')).toEqual([
      'Home/Private',
      'Acme/*',
    ]);
    expect(toggleSelector(['Acme/*', 'Home/Private'], '*')).toEqual(['*']);
    expect(toggleSelector(['*'], '*')).toEqual([]);
  });

  it('keeps names of calendars that are gone where they can be seen', () => {
    expect(strangers(['*', 'Acme/*', 'Gone/Old'], choices('Acme/Work'))).toEqual(['Gone/Old']);
  });

  it('says a choice in a short phrase', () => {
    expect(saySelectors(['*'])).toBe('every calendar');
    expect(saySelectors(['Acme/*', 'Home/Private'])).toBe('Everything of Acme and Home/Private');
    expect(saySelectors(['a/b', 'c/d', 'e/f'])).toBe('a/b and 2 more');
    expect(sayRule(draft('a', { targets: ['Acme/Work'] }))).toBe('Every calendar → Acme/Work');
  });
});

describe('problems', () => {
  const problems = [
    { place: 'rules[1].mask.template', reason: 'unknown token' },
    { place: 'rules[1].conditions.all[0].title.matches', reason: 'no pattern' },
    { place: 'rules[10].id', reason: 'twice' },
    { place: 'the file', reason: 'broken' },
  ];

  it('go to the rule and the field that they name', () => {
    const own = problemsOfRule(problems, 1);
    expect(reasonsAt(own, 'mask.template')).toEqual(['unknown token']);
    expect(reasonsAt(own, 'mask.temp')).toEqual([]);
    expect(reasonsAtNode(own, 'conditions', true)).toEqual([]);
    expect(reasonsAtNode(own, 'conditions.all[0]', false)).toEqual(['no pattern']);
    expect(problemsOfRule(problems, 10)).toEqual([{ place: 'id', reason: 'twice' }]);
  });

  it('that no field shows are shown all the same', () => {
    expect(elsewhere(problemsOfRule(problems, 1), ['mask'])).toHaveLength(1);
  });
});

describe('templates', () => {
  it('offer only the tokens that the level permits', () => {
    const offered = (level: MaskLevel): string[] =>
      templateTokens.filter(({ least }) => levelAllows(level, least)).map(({ token }) => token);
    expect(offered('labelled')).toEqual(['label']);
    expect(offered('title')).toEqual(['label', 'title']);
    expect(offered('details')).toEqual(['label', 'title', 'location']);
  });

  it('take a token where the caret stands', () => {
    expect(insertToken('a b', '{title}', 1, 3)).toEqual({ text: 'a {title}', caret: 9 });
    expect(insertToken('', '{label}', 0, 0)).toEqual({ text: '{label}', caret: 7 });
  });
});

describe('the dry run', () => {
  const row = { rule: 'a', target: 't', create: 2, change: 0, remove: 1 };

  it('is one sentence and a line per target', () => {
    expect(sayImpact({ impact: [row], requests: 3 })).toBe(
      'Saving this creates 2 blocks and removes 1, in 3 requests.',
    );
    expect(sayImpact({ impact: [{ ...row, create: 1, change: 1_364 }], requests: 1 })).toBe(
      'Saving this creates 1 block, changes 1,364 and removes 1, in 1 request.',
    );
    expect(sayImpact({ impact: [], requests: 0 })).toBe('Saving this writes nothing.');
    expect(
      impactByTarget([row, { ...row, rule: 'b' }, { ...row, target: 'u', create: 9 }]),
    ).toEqual([
      { target: 'u', create: 9, change: 0, remove: 1 },
      { target: 't', create: 4, change: 0, remove: 2 },
    ]);
  });

  it('tells an event once, and once what looks alike on several targets', () => {
    const time = { kind: 'timed', start: 0, end: 1 } as const;
    const shown = { title: 'Busy', time, location: null, description: null };
    const example = { calendar: 'c', title: 'Lunch', time, reason: '' };
    const [only, ...others] = exampleGroups([
      { ...example, target: 't', shown },
      { ...example, target: 'u', shown },
      { ...example, target: 'v', shown: null, reason: 'It is free.' },
    ]);
    expect(others).toEqual([]);
    expect(alike(only?.views ?? []).map(({ targets }) => targets)).toEqual([['t', 'u'], ['v']]);
  });
});

describe('words', () => {
  const view = quietView;

  it('name the most urgent state of a rule first', () => {
    expect(sayState(view, view.rule)).toBe('Up to date');
    expect(sayState({ ...view, held: 3, outstanding: 2 }, view.rule)).toBe('3 removals waiting');
    expect(sayState({ ...view, targets: [] }, view.rule)).toBe('No target');
    expect(sayState(view, { ...view.rule, enabled: false })).toBe('Off');
    const stopped = { whole: true, reasons: ['x'], blocksGo: false };
    expect(sayState({ ...view, stopped }, view.rule)).toBe('Stopped by your organisation');
    expect(sayState({ ...view, paused: 'x' }, view.rule)).toBe('Paused: a calendar is gone');
    expect(sayState(undefined, view.rule)).toBe('Not saved yet');
  });

  it('promise that blocks stay only where policy does not remove them', () => {
    expect(sayStoppedBlocks({ whole: true, blocksGo: false })).toBe('Its blocks stay as they are.');
    expect(sayStoppedBlocks({ whole: false, blocksGo: true })).toBe(
      'Its blocks there are removed, as your organisation asks (RemoveStoppedBlocks).',
    );
  });

  it('exist for every mask level and every option', () => {
    expect(levelChoices.map(({ value }) => value)).toEqual([...maskLevels]);
    expect(Object.values(optionParts).flat().sort()).toEqual(Object.keys(defaultOptions).sort());
    expect(sayMask(draft('a', { mask: { level: 'labelled', label: 'Board' } }))).toBe('“Board”');
    expect(
      changedOptions({ ...defaultOptions, merge: true }, defaultOptions, optionParts.time),
    ).toBe(1);
  });
});
