import { describe, expect, it } from 'vitest';
import { accountSentences } from '../../../../shared/accounts/account-state.ts';
import { holdReasons } from '../../../../shared/model/hold.ts';
import { deedSentence } from '../../../../shared/view/deed-sentence.ts';
import { holdSentence } from '../../../../shared/view/hold-sentence.ts';
import { percentile } from '../../../../shared/view/percentile.ts';
import {
  blockSentence,
  goingSentence,
  manualSentence,
  noBlockSentences,
  unlinkedSentence,
} from '../../../../shared/view/reasons.ts';
import { standingOf, type Standing } from '../../../../shared/view/state-sentence.ts';
import { at } from '../../../kit/event-builder.ts';

const oneSentence = /^[A-Z“\d][^.]*\.( [A-Z][^.]*\.)?$/u;

describe('every reason', () => {
  const states = ['live', 'outstanding', 'dismissed', 'edited', 'held'] as const;
  it.each([
    ...Object.values(noBlockSentences),
    ...states.map((state) => blockSentence(state, 'Mesh', 2, 'repair')),
    ...holdReasons.map((reason) => holdSentence(reason, 3, 'Acme/Calendar')),
    ...Object.values(accountSentences),
    goingSentence,
    manualSentence,
    unlinkedSentence,
    deedSentence('create', 'written', 'Acme/Calendar'),
    deedSentence('update', 'throttled', 'Acme/Calendar'),
  ])('is plain: %s', (sentence) => {
    expect(sentence).toMatch(oneSentence);
    expect(sentence).not.toMatch(/undefined|null|\bAPI\b|HMAC|token/i);
  });
});

describe('the state in one sentence', () => {
  const calm: Standing = {
    mode: 'live',
    running: null,
    pausedUntil: null,
    problem: null,
    accountsInTrouble: [],
    heldRemovals: 0,
    rulesPaused: [],
    outstanding: 0,
    lastCycleAt: at('2026-05-04T07:59:00Z'),
    now: at('2026-05-04T08:00:00Z'),
    zone: 'Europe/Berlin',
  };

  it.each<[Partial<Standing>, string, string]>([
    [{}, 'ok', 'Every block is in its place.'],
    [{ lastCycleAt: null }, 'ok', 'The first sync is about to begin.'],
    [{ mode: 'empty' }, 'ok', 'No account is connected yet.'],
    [{ running: { step: 'reading', done: 0, of: 0 } }, 'syncing', 'Looking at your calendars.'],
    [{ running: { step: 'reading', done: 3, of: 14 } }, 'syncing', 'Reading calendars: 3 of 14.'],
    [{ running: { step: 'writing', done: 3, of: 14 } }, 'syncing', 'Writing blocks: 3 of 14.'],
    [{ pausedUntil: 'resumed' }, 'paused', 'Paused until you resume.'],
    [{ pausedUntil: at('2026-05-04T09:05:00Z') }, 'paused', 'Paused until 11:05.'],
    [{ pausedUntil: at('2026-05-04T22:00:00Z') }, 'paused', 'Paused until tomorrow.'],
    [{ problem: 'The disk is full.' }, 'attention', 'The disk is full.'],
    [
      { accountsInTrouble: ['A', 'B'] },
      'attention',
      '2 accounts need your attention; the others go on.',
    ],
    [{ heldRemovals: 1 }, 'attention', '1 removal waits for your decision.'],
    [
      { rulesPaused: ['Mesh'], outstanding: 2 },
      'attention',
      'The rule “Mesh” is paused: a calendar that it names is gone.',
    ],
    [
      { rulesPaused: ['Mesh', 'Board'] },
      'attention',
      '2 rules are paused: calendars that they name are gone.',
    ],
    [{ heldRemovals: 1, rulesPaused: ['Mesh'] }, 'attention', '1 removal waits for your decision.'],
    [{ outstanding: 2 }, 'ok', '2 writes are outstanding; the next sync goes on with them.'],
    [
      { heldRemovals: 1, running: { step: 'writing', done: 0, of: 1 } },
      'syncing',
      'Writing blocks: 0 of 1.',
    ],
    [{ heldRemovals: 1, pausedUntil: 'resumed' }, 'paused', 'Paused until you resume.'],
  ])('%j is %s: %s', (change, state, sentence) => {
    expect(standingOf({ ...calm, ...change })).toEqual({ state, sentence });
  });
});

describe('a percentile', () => {
  it('is a value that was measured, and null without any', () => {
    expect(percentile([], 0.5)).toBeNull();
    expect(percentile([7], 0.95)).toBe(7);
    expect(percentile([4, 1, 3, 2], 0.5)).toBe(2);
    expect(
      percentile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20], 0.95),
    ).toBe(19);
  });
});
