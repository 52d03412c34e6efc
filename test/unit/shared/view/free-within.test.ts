import { describe, expect, it } from 'vitest';
import type { CalendarItem } from '../../../../shared/ipc/calendar.ts';
import { freeWithin, itemTakesTime } from '../../../../shared/view/free-within.ts';
import { at, itemAllDay, itemAt } from './item-at.ts';

const span = { from: at(9), to: at(17) };
const free = (...items: readonly CalendarItem[]): string[] =>
  freeWithin(items, span, 'UTC').map(
    ({ start, end }) => `${new Date(start).getUTCHours()}-${new Date(end).getUTCHours()}`,
  );

describe('the free time of a span, as it is copied into a mail', () => {
  it('is what no event takes', () => {
    expect(free()).toEqual(['9-17']);
    expect(free(itemAt(10, 11), itemAt(10, 12), itemAt(16, 19))).toEqual(['9-10', '12-16']);
    expect(free(itemAt(8, 18))).toEqual([]);
  });

  it('leaves what was declined, cancels nothing out, or keeps nobody busy', () => {
    expect(free(itemAt(10, 11, { response: 'declined' }))).toEqual(['9-17']);
    expect(free(itemAt(10, 11, { showAs: 'free' }))).toEqual(['9-17']);
    expect(free(itemAt(10, 11, { eventKind: 'workingLocation' }))).toEqual(['9-17']);
  });

  it('is not what may be taken: tentative, or nobody knows', () => {
    expect(free(itemAt(10, 11, { showAs: 'tentative' }))).toEqual(['9-10', '11-17']);
    expect(free(itemAt(10, 11, { showAs: 'unknown' }))).toEqual(['9-10', '11-17']);
  });

  it('is not what the person blocked by hand, nor what another Umbra blocks', () => {
    expect(free(itemAt(10, 11, { kind: 'block' }))).toEqual(['9-10', '11-17']);
    expect(free(itemAt(10, 11, { kind: 'foreignBlock' }))).toEqual(['9-10', '11-17']);
  });

  it('counts a block that an event casts for nothing of its own', () => {
    const castBy = { rule: 'mesh', calendar: 'personal:calendar' };
    expect(itemTakesTime(itemAt(10, 11, { kind: 'block', castBy }))).toBe(false);
  });

  it('is nothing of a day that one is out of office', () => {
    expect(free(itemAllDay({ showAs: 'oof' }))).toEqual([]);
    expect(free(itemAllDay({ eventKind: 'birthday' }))).toEqual(['9-17']);
  });
});
