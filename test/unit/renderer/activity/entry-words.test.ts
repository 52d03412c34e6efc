import { describe, expect, it } from 'vitest';
import {
  actionChoices,
  rowsByDay,
  sayAction,
  sayOutcome,
  withMore,
} from '../../../../renderer/activity/entry-words.ts';
import { auditActions } from '../../../../electron/ports/store.ts';

const entry = (sequence: number, at = sequence) => ({
  sequence,
  at,
  action: 'create',
  rule: null,
  target: null,
  outcome: 'written',
  phase: 'result' as const,
  by: 'engine' as const,
});

describe('the activity', () => {
  it('can be filtered by every action that the log knows', () => {
    expect(actionChoices.map(({ value }) => value)).toEqual([...auditActions]);
  });

  it('shows actions and outcomes of later versions as they are', () => {
    expect([sayAction('create'), sayAction('teleport')]).toEqual(['Block written', 'teleport']);
    expect(sayOutcome('constructor')).toEqual({ words: 'constructor', tone: 'quiet' });
    expect(sayOutcome('constructor 3').words).toBe('constructor 3');
  });

  it.each([
    ['sourceEmptied 14', '14 blocks, source emptied'],
    ['1', '1 block'],
    ['removed 7', '7 removed'],
    ['added 1, changed 0, removed 2', '1 added, 2 removed'],
  ])('says what %s counts', (outcome, words) => {
    expect(sayOutcome(outcome)).toEqual({ words, tone: 'quiet' });
  });

  it('has no entry twice, and the newest first', () => {
    const all = withMore([entry(5), entry(4)], [entry(4), entry(3)]);
    expect(all.map(({ sequence }) => sequence)).toEqual([5, 4, 3]);
  });

  it('has a heading for each day', () => {
    const rows = rowsByDay([entry(9, 20), entry(8, 19), entry(7, 10)], (at) =>
      at >= 19 ? 'today' : 'before',
    );
    expect(rows.map((row) => (row.kind === 'day' ? row.day : row.entry.sequence))).toEqual([
      'today',
      9,
      8,
      'before',
      7,
    ]);
  });
});
