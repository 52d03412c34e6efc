import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant } from '../../../../shared/time/instant.ts';
import {
  contains,
  covered,
  intersect,
  interval,
  overlaps,
  union,
  type Interval,
} from '../../../../shared/time/interval.ts';

const span = (start: number, end: number): Interval => interval(instant(start), instant(end));
const any = fc
  .tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 8 }))
  .map(([start, length]) => span(start, start + length));
const holds = (spans: readonly Interval[], point: number): boolean =>
  spans.some(({ start, end }) => start <= point && point < end);

describe('spans of time', () => {
  it('do not overlap where they only touch', () => {
    expect(overlaps(span(0, 10), span(10, 20))).toBe(false);
    expect(overlaps(span(0, 11), span(10, 20))).toBe(true);
    expect(intersect(span(0, 10), span(10, 20))).toBeNull();
    expect(intersect(span(0, 15), span(10, 20))).toEqual(span(10, 15));
  });

  it('become one where they touch or lie within the gap', () => {
    expect(union([span(10, 20), span(0, 10)])).toEqual([span(0, 20)]);
    expect(union([span(0, 10), span(15, 20)], 5)).toEqual([span(0, 20)]);
    expect(union([span(0, 10), span(16, 20)], 5)).toEqual([span(0, 10), span(16, 20)]);
    expect(union([span(5, 5)])).toEqual([]);
  });

  it('cover together exactly what they cover each, in order and apart', () => {
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), (spans) => {
        const merged = union(spans);
        for (let point = 0; point < 40; point++)
          expect(holds(merged, point)).toBe(holds(spans, point));
        for (const [index, one] of merged.entries())
          expect(one.start).toBeGreaterThan(merged[index - 1]?.end ?? -1);
      }),
    );
  });

  it('are covered only where no instant is left out', () => {
    fc.assert(
      fc.property(any, fc.array(any, { maxLength: 6 }), (inner, cover) => {
        let all = true;
        for (let point = inner.start as number; point < inner.end; point++)
          all &&= holds(cover, point);
        expect(covered(inner, cover)).toBe(all);
      }),
    );
    expect(contains(span(0, 10), span(0, 10))).toBe(true);
  });
});
