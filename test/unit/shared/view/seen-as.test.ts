import { describe, expect, it } from 'vitest';
import { audienceChoices, audiences } from '../../../../shared/view/audiences.ts';
import { blockSeenAs, eventSeenAs } from '../../../../shared/view/seen-as.ts';
import { timed } from '../../../kit/event-builder.ts';

const event = (more: Parameters<typeof timed>[4] = {}): ReturnType<typeof timed> =>
  timed('A', 'x', '2026-05-04T09:00Z', '2026-05-04T10:00Z', {
    text: { title: 'Board', location: 'Room', description: 'Secret' },
    ...more,
  });

describe('what others see of a calendar', () => {
  it.each<[string, ReturnType<typeof timed>, (string | null)[]]>([
    ['an event', event(), ['Board', 'Board', 'Busy']],
    ['a private event', event({ visibility: 'private' }), ['Private appointment', 'Board', 'Busy']],
    [
      'a confidential event',
      event({ visibility: 'confidential' }),
      ['Private appointment', 'Board', 'Busy'],
    ],
    ['a free event', event({ showAs: 'free' }), ['Board', 'Board', null]],
    ['an absence', event({ showAs: 'oof' }), ['Board', 'Board', 'Out of office']],
    [
      'a foreign block',
      event({ foreignBlock: true, text: { title: null, location: null, description: null } }),
      ['Busy', 'Busy', 'Busy'],
    ],
  ])('of %s is no more than each may see', (_, of, titles) => {
    expect(audiences.map((audience) => eventSeenAs(audience, of, 'google')?.title ?? null)).toEqual(
      titles,
    );
  });

  it.each([
    ['personal', 'microsoft', 'Board'],
    ['confidential', 'microsoft', 'Board'],
    ['confidential', 'google', 'Private appointment'],
    ['private', 'microsoft', 'Private appointment'],
    ['private', 'google', 'Private appointment'],
  ] as const)('of what is marked %s at %s is for a colleague “%s”', (visibility, at, title) => {
    expect(eventSeenAs('colleague', event({ visibility }), at)?.title).toBe(title);
  });

  it('never holds a place where the title is hidden', () => {
    const hidden = event({ visibility: 'private' });
    expect(eventSeenAs('colleague', hidden, 'google')?.location).toBeNull();
    expect(eventSeenAs('freeBusy', event(), 'google')?.location).toBeNull();
  });

  it('is what the words beside the choice promise', () => {
    const seen = audienceChoices.map(({ value, note }) => [
      note,
      eventSeenAs(value, event({ visibility: 'private' }), 'microsoft')?.title,
      eventSeenAs(value, event(), 'microsoft')?.title,
    ]);
    expect(seen).toEqual([
      [
        'Somebody there who may read: all but the words of private entries.',
        'Private appointment',
        'Board',
      ],
      ['An assistant who may read private entries: every word.', 'Board', 'Board'],
      ['Everybody else there: times, never words.', 'Busy', 'Busy'],
    ]);
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
      'Private appointment',
      'Work',
      'Busy',
    ]);
  });
});
