import { describe, expect, it } from 'vitest';
import {
  cycleColumns,
  figuresOf,
  overall,
  sayCycles,
  sayDuration,
} from '../../../../shared/view/health-figures.ts';
import { flowMap } from '../../../../shared/view/flow-map.ts';
import { historyRow } from '../../../../shared/view/health-history.ts';
import { choices } from '../rules/choices.ts';

const good = {
  account: 'a',
  latencyP50: 20_000,
  latencyP95: 90_000,
  changes: 40,
  successRate: 0.9995,
  writes: 2_000,
  quotaShare: 0.2,
  missed: [],
  days: [],
  queue: 3,
  lastError: null,
};

describe('health', () => {
  it('is judged against the goals', () => {
    expect(overall([good])).toBe('met');
    expect(overall([good, { ...good, latencyP95: 120_000 }])).toBe('missed');
    expect(overall([{ ...good, successRate: 0.9989 }])).toBe('missed');
    expect(overall([{ ...good, quotaShare: 0.8 }])).toBe('missed');
    expect(overall([])).toBe('unknown');
  });

  it('never rounds a rate up to its goal', () => {
    const values = figuresOf({ ...good, successRate: 0.99899 }).map(({ value }) => value);
    expect(values).toContain('99.89 %');
  });

  it('has no verdict without a sample', () => {
    const figures = figuresOf({ ...good, latencyP50: null, successRate: null });
    expect(figures.map(({ value, verdict }) => [value, verdict])).toEqual([
      ['–', 'unknown'],
      ['90 s', 'met'],
      ['–', 'unknown'],
      ['20 %', 'met'],
      ['3', 'unknown'],
    ]);
  });

  it.each([
    [420, '420 ms'],
    [1_240, '1.2 s'],
    [119_000, '119 s'],
    [120_000, '2 min'],
    [150_000, '2 min 30 s'],
  ])('says %i ms as %s', (ms, words) => {
    expect(sayDuration(ms)).toBe(words);
  });

  it('keeps failed cycles apart from those that went well', () => {
    const cycles = [
      { at: 1_000, durationMs: 500, ok: true },
      { at: 2_000, durationMs: 700, ok: false },
    ];
    expect(cycleColumns(cycles)).toEqual([
      [1, 2],
      [0.5, null],
      [null, 0.7],
    ]);
    expect(sayCycles(cycles)).toBe('2 syncs, 1 did not finish; the longest took 700 ms.');
  });
});

describe('the days before', () => {
  it('are judged one by one, and a day without a measurement is not called good', () => {
    const day = { ...good, quotaShare: 0 };
    const days = [
      { ...day, day: 0, latencyP95: null, successRate: null },
      { ...day, day: 86_400_000, latencyP95: 130_000, quotaShare: 0.9 },
    ].map(({ latencyP50, latencyP95, changes, successRate, writes, quotaShare, day: at }) => ({
      ...{ latencyP50, latencyP95, changes, successRate, writes, quotaShare, day: at },
    }));
    const verdicts = (kind: 'latency' | 'success' | 'quota') =>
      historyRow({ ...good, days }, kind).map(({ verdict }) => verdict);
    expect(verdicts('latency')).toEqual(['unknown', 'missed']);
    expect(verdicts('success')).toEqual(['unknown', 'met']);
    expect(verdicts('quota')).toEqual(['unknown', 'missed']);
  });
});

describe('the map of where data goes', () => {
  it('groups sources by account and marks what leaves it', () => {
    const [map, ...others] = flowMap(
      [
        { source: 'key:A/x', target: 'key:A/y', rule: 'r', level: 'busy' },
        { source: 'key:A/x', target: 'key:B/z', rule: 'r', level: 'title' },
        { source: 'key:A/x', target: 'gone', rule: 'r', level: 'title' },
      ],
      choices('A/x', 'A/y', 'B/z'),
    );
    expect(others).toEqual([]);
    expect(map?.sources[0]?.targets.map(({ ref, crosses }) => [ref, crosses])).toEqual([
      ['A/y', false],
      ['B/z', true],
      ['a calendar that is gone', true],
    ]);
  });
});
