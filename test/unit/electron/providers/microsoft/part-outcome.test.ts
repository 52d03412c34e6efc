import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../../../electron/providers/microsoft/part-outcome.ts';
import type { Write } from '../../../../../electron/ports/provider.ts';
import type { BlockKey, VaultId } from '../../../../../shared/model/ids.ts';
import { busyHour } from '../../../../kit/block-builder.ts';
import { at, calendarId } from '../../../../kit/event-builder.ts';

const now = at('2026-05-05T09:00Z');
const erase: Write = {
  kind: 'delete',
  ref: 'r',
  calendar: { id: calendarId('B'), remoteId: 'b' },
  remoteId: 'e1',
  etag: 'w1',
  marker: {
    vault: 'cd'.repeat(16) as VaultId,
    key: 'ab'.repeat(32) as BlockKey,
    generation: 0,
    fingerprint: 'ef'.repeat(16),
  },
};
const html = { 'content-type': 'text/html' };
const page = '<html><body>Please sign in to the hotel network.</body></html>';

describe('[security F22] the answer to a deletion', () => {
  it('means that it was carried out where it is 204', () => {
    expect(readAnswer(erase, { status: 204, headers: {}, body: '' }, now)).toEqual({
      kind: 'settled',
      outcome: { kind: 'removed' },
    });
  });

  it.each([page, '{}', ''])('leads to a look at the event where it is 200: %j', (body) => {
    expect(readAnswer(erase, { status: 200, headers: html, body }, now)).toEqual({
      kind: 'unclear',
    });
  });

  it('leaves open whether the block is gone or hidden where it is 404', () => {
    expect(readAnswer(erase, { status: 404, headers: {}, body: '' }, now)).toEqual({
      kind: 'settled',
      outcome: { kind: 'gone' },
    });
  });
});

describe('[security F15] the answer to a create', () => {
  const create: Write = {
    kind: 'create',
    ref: 'r',
    calendar: erase.calendar,
    content: busyHour(at('2026-05-06T09:00Z')),
    marker: erase.marker,
  };
  const made = (event: object): ReturnType<typeof readAnswer> =>
    readAnswer(
      create,
      {
        status: 201,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ id: 'e7', '@odata.etag': 'w7', ...event }),
      },
      now,
    );
  const moment = (time: string): object => ({ dateTime: time, timeZone: 'UTC' });
  const place = { start: moment('2026-05-06T09:00:00'), end: moment('2026-05-06T10:00:00') };

  it('is the new event where it shows what was sent, or says nothing of it', () => {
    const written = { kind: 'settled', outcome: { kind: 'written', remoteId: 'e7', etag: 'w7' } };
    expect(made({ ...place, subject: 'Busy' })).toEqual(written);
    expect(made({})).toEqual(written);
  });

  it.each([
    ['another time', { ...place, end: moment('2026-05-06T11:00:00'), subject: 'Busy' }],
    ['another title', { ...place, subject: 'A title' }],
  ])('may be an older event of the same transaction, told by %s', (_, event) => {
    expect(made(event)).toEqual({ kind: 'duplicate', existingEventId: 'e7' });
  });
});
