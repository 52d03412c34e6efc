import { intersect, union, type Interval } from './interval.ts';

/** The parts of `open` that nothing in `busy` covers, at least `leastMs` long, sorted. */
export function freeSpans(
  open: readonly Interval[],
  busy: readonly Interval[],
  leastMs: number,
): readonly Interval[] {
  const taken = union(busy);
  return union(open)
    .flatMap((span) => gaps(span, taken))
    .filter(({ start, end }) => end - start >= leastMs);
}

function gaps(span: Interval, taken: readonly Interval[]): readonly Interval[] {
  const found: Interval[] = [];
  let start = span.start;
  for (const one of taken) {
    const inside = intersect(one, span);
    if (inside === null) continue;
    if (inside.start > start) found.push({ start, end: inside.start });
    start = inside.end;
  }
  if (start < span.end) found.push({ start, end: span.end });
  return found;
}
