/** What a block shows and where it lies, by the rules alone; a part of the oracle, and written like it without a look at the planner. */
import type { WorldOccurrence } from '../../electron/simulator/world/types.ts';
import type { Rule } from '../../shared/model/rule.ts';

const MINUTE = 60_000;

export interface Wanted {
  /** ms, or dates for whole days. */
  readonly start: number | string;
  readonly end: number | string;
  /** Any of these may stand there: copies of one meeting can differ. */
  readonly titles: ReadonlySet<string>;
}

/** Where its block lies. */
export function place(
  { fields: { time }, start, end }: WorldOccurrence,
  { options }: Rule,
): Omit<Wanted, 'titles'> {
  if (time.kind === 'allDay') return { start: time.start, end: time.end };
  const step = options.roundTo * MINUTE || 1;
  const from = start - options.bufferBefore * MINUTE;
  const to = end + options.bufferAfter * MINUTE;
  return { start: Math.floor(from / step) * step, end: Math.ceil(to / step) * step };
}

/** What its block says. */
export function titleOf({ fields }: WorldOccurrence, { mask }: Rule): string {
  if (fields.sensitivity !== 'normal' || mask.level === 'busy') return 'Busy';
  return mask.level === 'labelled' ? (mask.label ?? '') : fields.title;
}

/** One block for those that touch: it says what they all say, or nothing. */
export function merged(blocks: readonly Wanted[]): readonly Wanted[] {
  const timed = blocks.filter(({ start }) => typeof start === 'number');
  const done: Wanted[] = [];
  for (const one of timed.sort((a, b) => Number(a.start) - Number(b.start))) {
    const last = done.at(-1);
    if (last === undefined || one.start > last.end) done.push(one);
    else {
      const end = one.end > last.end ? one.end : last.end;
      const same =
        one.titles.size === 1 &&
        last.titles.size === 1 &&
        [...one.titles].every((title) => last.titles.has(title));
      const titles = same ? last.titles : new Set([...one.titles, ...last.titles, 'Busy']);
      done[done.length - 1] = { start: last.start, end, titles };
    }
  }
  return [...done, ...blocks.filter(({ start }) => typeof start === 'string')];
}
