import { describe, expect, it } from 'vitest';
import type { CalendarItem } from '../../../../shared/ipc/calendar.ts';
import { shadowCounts, shadowsOf, weightOf } from '../../../../shared/view/item-weight.ts';
import { itemAt } from './item-at.ts';

describe('how surely an item takes its owner’s time', () => {
  it.each([
    [{ response: 'declined', showAs: 'busy' }, 'declined'],
    [{ response: 'notResponded', showAs: 'busy' }, 'tentative'],
    [{ response: 'accepted', showAs: 'tentative' }, 'tentative'],
    [{ response: 'accepted', showAs: 'free' }, 'free'],
    [{ response: 'accepted', showAs: 'oof' }, 'firm'],
    [{ response: 'none', showAs: 'unknown' }, 'firm'],
  ] as const)('is, of %o, %s', (item, weight) => {
    expect(weightOf(item)).toBe(weight);
  });
});

it('counts the blocks that stand for an event, and none for a block', () => {
  const castBy = { rule: 'mesh', calendar: 'acme:calendar' };
  const block = (calendar: string): CalendarItem =>
    itemAt(9, 10, { kind: 'block', calendar, castBy });
  const items = [
    itemAt(9, 10),
    itemAt(11, 12),
    block('personal:calendar'),
    block('board:calendar'),
  ];
  const counts = shadowCounts(items);
  expect(items.map((item) => shadowsOf(item, counts))).toEqual([2, 0, 0, 0]);
});
