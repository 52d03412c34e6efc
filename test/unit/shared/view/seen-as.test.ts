import { describe, expect, it } from 'vitest';
import { blockSeenAs, eventSeenAs, type Audience } from '../../../../shared/view/seen-as.ts';
import { timed } from '../../../kit/event-builder.ts';

const audiences: readonly Audience[] = ['owner', 'delegate', 'freeBusy'];
const event = (more: Parameters<typeof timed>[4] = {}): ReturnType<typeof timed> =>
  timed('A', 'x', '2026-05-04T09:00Z', '2026-05-04T10:00Z', {
    text: { title: 'Board', location: 'Room', description: 'Secret' },
    ...more,
  });

describe('what others see of a calendar', () => {
  it.each<[string, ReturnType<typeof timed>, (string | null)[]]>([
    ['an event', event(), ['Board', 'Board', 'Busy']],
    ['a private event', event({ visibility: 'private' }), ['Board', 'Private appointment', 'Busy']],
    [
      'a confidential event',
      event({ visibility: 'confidential' }),
      ['Board', 'Private appointment', 'Busy'],
    ],
    ['a free event', event({ showAs: 'free' }), ['Board', 'Board', null]],
    ['an absence', event({ showAs: 'oof' }), ['Board', 'Board', 'Out of office']],
    [
      'a foreign block',
      event({ foreignBlock: true, text: { title: null, location: null, description: null } }),
      ['Busy', 'Busy', 'Busy'],
    ],
  ])('of %s is no more than each may see', (_, of, titles) => {
    expect(audiences.map((audience) => eventSeenAs(audience, of)?.title ?? null)).toEqual(titles);
  });

  it('never holds a place where the title is hidden', () => {
    const hidden = event({ visibility: 'private' });
    expect(eventSeenAs('delegate', hidden)?.location).toBeNull();
    expect(eventSeenAs('freeBusy', event())?.location).toBeNull();
  });

  it('of a private block is that it is there', () => {
    const { time } = event();
    const content = {
      time,
      title: 'Work',
      location: 'X',
      description: null,
      showAs: 'busy',
      private: true,
      color: null,
    } as const;
    expect(audiences.map((audience) => blockSeenAs(audience, content)?.title)).toEqual([
      'Work',
      'Private appointment',
      'Busy',
    ]);
  });
});
