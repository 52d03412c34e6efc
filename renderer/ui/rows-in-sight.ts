import { useEffect, useMemo, useState, type RefObject } from 'react';

/** A run of rows, `end` exclusive. */
export interface RowRange {
  readonly start: number;
  readonly end: number;
}

/** Rows drawn beyond those in sight, so that scrolling shows no gap. */
const BEYOND = 12;
/** Before anything is measured: as many as a tall window holds. */
const FIRST: RowRange = { start: 0, end: 60 };

/** Where each row begins, and at last where the list ends. */
export function rowStarts(heights: readonly number[]): readonly number[] {
  const starts = [0];
  for (const height of heights) starts.push((starts.at(-1) ?? 0) + height);
  return starts;
}

/** The rows that a scroller shows, and some around them. */
export function rangeInSight(top: number, height: number, starts: readonly number[]): RowRange {
  const count = starts.length - 1;
  const end = Math.min(count, rowAt(starts, top + height) + 1 + BEYOND);
  return { start: Math.max(0, Math.min(end, rowAt(starts, top) - BEYOND)), end };
}

/** The row at a height, found by halving. */
function rowAt(starts: readonly number[], at: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? Infinity) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Which rows to draw of a list that may be thousands long, and where; follows the scroller and its size. */
export function useRowsInSight(
  scroller: RefObject<HTMLElement | null>,
  heights: readonly number[],
): RowRange & { readonly starts: readonly number[]; readonly height: number } {
  const starts = useMemo(() => rowStarts(heights), [heights]);
  const [range, setRange] = useState(FIRST);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const measure = (): void => {
      const next = rangeInSight(element.scrollTop, element.clientHeight, starts);
      setRange((now) => (now.start === next.start && now.end === next.end ? now : next));
    };
    const sizes = new ResizeObserver(measure);
    sizes.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    measure();
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [scroller, starts]);
  const count = starts.length - 1;
  return {
    start: Math.min(range.start, count),
    end: Math.min(range.end, count),
    starts,
    height: starts.at(-1) ?? 0,
  };
}
