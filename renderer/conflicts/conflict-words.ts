import type { CalendarItem } from '../../shared/ipc/calendar.ts';

export interface Clash {
  readonly start: number;
  readonly end: number;
  readonly items: readonly CalendarItem[];
}

/** The time at which at least two of them really stand at once. */
export function overlapOf(
  items: readonly CalendarItem[],
): { readonly start: number; readonly end: number } | null {
  const times = items.flatMap(({ time }) => (time.kind === 'timed' ? [time] : []));
  const pairs = times.flatMap((a, index) =>
    times.slice(index + 1).map((b) => ({
      start: Math.max(a.start, b.start),
      end: Math.min(a.end, b.end),
    })),
  );
  const real = pairs.filter(({ start, end }) => start < end);
  if (real.length === 0) return null;
  return {
    start: Math.min(...real.map(({ start }) => start)),
    end: Math.max(...real.map(({ end }) => end)),
  };
}

/** A span as parts of a whole, in percent. */
export function shareOf(
  part: { readonly start: number; readonly end: number },
  whole: { readonly start: number; readonly end: number },
): { readonly left: number; readonly width: number } {
  const length = Math.max(1, whole.end - whole.start);
  return {
    left: (100 * (part.start - whole.start)) / length,
    width: (100 * (part.end - part.start)) / length,
  };
}
