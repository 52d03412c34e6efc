import { expect, it } from 'vitest';
import { rangeInSight, rowStarts } from '../../../../renderer/ui/rows-in-sight.ts';

const even = rowStarts(Array.from({ length: 100_000 }, () => 36));

it('draws what is in sight and a little around it, however long the list is', () => {
  expect(rangeInSight(0, 720, even)).toEqual({ start: 0, end: 33 });
  expect(rangeInSight(36_000, 720, even)).toEqual({ start: 988, end: 1_033 });
});

it('knows rows of different heights', () => {
  const starts = rowStarts([48, 44, 44, 48, 44]);
  expect(starts).toEqual([0, 48, 92, 136, 184, 228]);
  expect(rangeInSight(0, 100, starts)).toEqual({ start: 0, end: 5 });
});

it('ends with the list, and draws nothing of an empty one', () => {
  expect(rangeInSight(3_000, 720, rowStarts(Array.from({ length: 100 }, () => 36)))).toEqual({
    start: 71,
    end: 100,
  });
  expect(rangeInSight(3_000, 720, rowStarts([]))).toEqual({ start: 0, end: 0 });
});
