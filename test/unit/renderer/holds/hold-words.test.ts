import { describe, expect, it } from 'vitest';
import { blocksByDay, holdOrder, reasonWords } from '../../../../renderer/holds/hold-words.ts';
import type { HoldView } from '../../../../shared/ipc/rules.ts';
import { holdReasons } from '../../../../shared/model/hold.ts';
import { plainDate } from '../../../../shared/time/plain-date.ts';

describe('a hold', () => {
  it('has words for each reason', () => {
    expect(Object.keys(reasonWords).sort()).toEqual([...holdReasons].sort());
  });

  it('shows its blocks by day, in the order of time', () => {
    const timed = (start: number) => ({ kind: 'timed', start, end: start + 1 }) as const;
    const day = { start: plainDate('1970-01-01'), end: plainDate('1970-01-02') };
    const days = blocksByDay(
      [
        { title: 'b', time: timed(90_000_000) },
        { title: 'a', time: timed(5) },
        { title: 'c', time: { kind: 'allDay', ...day } },
      ],
      (time) => (time.kind === 'timed' && time.start > 86_400_000 ? 'second' : 'first'),
    );
    expect(days.map(({ day: name, blocks }) => [name, blocks.map(({ title }) => title)])).toEqual([
      ['first', ['c', 'a']],
      ['second', ['b']],
    ]);
  });

  it('that waits comes before those that were decided', () => {
    const hold = (id: string, state: HoldView['state'], since: number): HoldView => ({
      id,
      state,
      since,
      rule: null,
      target: 't',
      reason: 'manyRemovals',
      sentence: '',
      blocks: [],
    });
    const order = holdOrder([
      hold('old', 'waiting', 1),
      hold('done', 'approved', 9),
      hold('new', 'waiting', 5),
    ]);
    expect(order.map(({ id }) => id)).toEqual(['new', 'old', 'done']);
  });
});
