import type { Instant } from './instant.ts';

/** A half-open span of time: `start` belongs to it, `end` does not. `end > start`, except for empty spans. */
export interface Interval {
  readonly start: Instant;
  readonly end: Instant;
}

export function interval(start: Instant, end: Instant): Interval {
  return { start, end };
}

export function isEmpty(span: Interval): boolean {
  return span.end <= span.start;
}

/** Whether two spans share an instant. Touching spans do not. */
export function overlaps(a: Interval, b: Interval): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether every instant of `inner` lies in `outer`. */
export function contains(outer: Interval, inner: Interval): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The part that both spans share; null where they share none. */
export function intersect(a: Interval, b: Interval): Interval | null {
  const start = a.start > b.start ? a.start : b.start;
  const end = a.end < b.end ? a.end : b.end;
  return start < end ? { start, end } : null;
}

/** The smallest span that holds both. */
export function hull(a: Interval, b: Interval): Interval {
  return { start: a.start < b.start ? a.start : b.start, end: a.end > b.end ? a.end : b.end };
}

/**
 * The union of spans as sorted, disjoint spans. Spans that overlap, touch, or are at most `gapMs` apart become one.
 * Empty spans vanish.
 */
export function union(spans: readonly Interval[], gapMs = 0): Interval[] {
  const sorted = spans
    .filter((span) => !isEmpty(span))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const result: Interval[] = [];
  for (const span of sorted) {
    const last = result.at(-1);
    if (last !== undefined && span.start <= last.end + gapMs)
      result[result.length - 1] = hull(last, span);
    else result.push(span);
  }
  return result;
}

/** Whether the union of `cover` holds every instant of `span`. An empty span is always covered. */
export function covered(span: Interval, cover: readonly Interval[]): boolean {
  return isEmpty(span) || union(cover).some((part) => contains(part, span));
}
