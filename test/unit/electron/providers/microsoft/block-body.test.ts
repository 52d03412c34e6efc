import { describe, expect, it } from 'vitest';
import {
  blockBody,
  transactionIdFor,
} from '../../../../../electron/providers/microsoft/block-body.ts';
import { partOf } from '../../../../../electron/providers/microsoft/write-parts.ts';
import type { BlockContent } from '../../../../../shared/model/block.ts';
import type { BlockKey, CalendarId, VaultId } from '../../../../../shared/model/ids.ts';
import { formatMarker, type Marker } from '../../../../../shared/model/marker.ts';
import { plainDate } from '../../../../../shared/time/plain-date.ts';
import { busyHour } from '../../../../kit/block-builder.ts';
import { at } from '../../../../kit/event-builder.ts';

const marker: Marker = {
  vault: 'ab'.repeat(16) as VaultId,
  key: 'cd'.repeat(32) as BlockKey,
  generation: 2,
  fingerprint: 'ef'.repeat(16),
};
const property = 'String {6f3d2a7e-94c1-4b58-8e0d-5a1c7b9e2f46} Name blk';

function content(patch: Partial<BlockContent> = {}): BlockContent {
  return busyHour(at('2026-03-24T09:00Z'), patch);
}

/** What Graph is sent for the plainest block there is. */
const plainest = {
  subject: 'Busy',
  body: { contentType: 'text', content: '' },
  location: { displayName: '' },
  start: { dateTime: '2026-03-24T09:00:00.0000000', timeZone: 'UTC' },
  end: { dateTime: '2026-03-24T10:00:00.0000000', timeZone: 'UTC' },
  isAllDay: false,
  showAs: 'busy',
  sensitivity: 'private',
  isReminderOn: false,
  isOnlineMeeting: false,
  categories: [],
  singleValueExtendedProperties: [{ id: property, value: formatMarker(marker) }],
};

const cases: readonly (readonly [string, Partial<BlockContent>, object])[] = [
  ['busy', {}, {}],
  ['labelled', { title: 'Client work' }, { subject: 'Client work' }],
  ['title', { title: 'Board meeting' }, { subject: 'Board meeting' }],
  [
    'title and location',
    { title: 'Board meeting', location: 'Room <4>' },
    { subject: 'Board meeting', location: { displayName: 'Room <4>' } },
  ],
  [
    'details',
    { title: 'Board meeting', location: 'Room 4', description: 'R&D\nBring <b>the</b> plan' },
    {
      subject: 'Board meeting',
      location: { displayName: 'Room 4' },
      body: { contentType: 'text', content: 'R&D\nBring <b>the</b> plan' },
    },
  ],
  ['visible to all', { private: false }, { sensitivity: 'normal' }],
  [
    'all day',
    { time: { kind: 'allDay', start: plainDate('2026-03-24'), end: plainDate('2026-03-26') } },
    {
      isAllDay: true,
      start: { dateTime: '2026-03-24T00:00:00.0000000', timeZone: 'UTC' },
      end: { dateTime: '2026-03-26T00:00:00.0000000', timeZone: 'UTC' },
    },
  ],
  ['tentative', { showAs: 'tentative' }, { showAs: 'tentative' }],
  ['out of office', { showAs: 'oof' }, { showAs: 'oof' }],
  ['working elsewhere', { showAs: 'workingElsewhere' }, { showAs: 'workingElsewhere' }],
  ['with a category', { color: 'Green' }, { categories: ['Green'] }],
];

const calendar = { id: 'c' as CalendarId, remoteId: 'AQ+/=' };

describe('[security P3] what Graph is sent', () => {
  it.each(cases)('for a block, %s: just this and nothing else', (_name, patch, differences) => {
    expect(blockBody(content(patch), marker)).toEqual({ ...plainest, ...differences });
  });

  it('for a new block adds an idempotency key and no condition', () => {
    const write = { kind: 'create', ref: 'a', calendar, content: content(), marker } as const;
    expect(partOf(write, null)).toEqual({
      write,
      method: 'POST',
      path: '/me/calendars/AQ%2B%2F%3D/events',
      headers: {},
      body: { ...plainest, transactionId: transactionIdFor(marker) },
    });
  });

  it('for a change names every field anew, on condition of the version we know', () => {
    const write = {
      kind: 'update',
      ref: 'a',
      calendar,
      remoteId: 'AAk_-=',
      etag: 'W/"1"',
      content: content({ title: 'Moved' }),
      marker,
    } as const;
    expect(partOf(write, 'W/"1"')).toMatchObject({
      method: 'PATCH',
      path: '/me/events/AAk_-%3D',
      headers: { 'If-Match': 'W/"1"' },
      body: { ...plainest, subject: 'Moved' },
    });
  });

  it('for a deletion is nothing but the condition', () => {
    const write = { kind: 'delete', ref: 'a', calendar, remoteId: 'x', etag: '1', marker } as const;
    expect(partOf(write, '1')).toMatchObject({
      method: 'DELETE',
      headers: { 'If-Match': '1' },
      body: undefined,
    });
  });
});

describe('[trap 11] the idempotency key of a creation', () => {
  it('is the same for the same try, another for the next, and tells nothing of the block key', () => {
    expect(transactionIdFor(marker)).toBe(transactionIdFor({ ...marker }));
    expect(transactionIdFor({ ...marker, generation: 3 })).not.toBe(transactionIdFor(marker));
    expect(transactionIdFor(marker)).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(transactionIdFor(marker).replaceAll('-', '')).not.toContain(marker.key.slice(0, 8));
  });
});
