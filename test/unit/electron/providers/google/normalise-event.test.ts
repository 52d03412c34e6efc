import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  normaliseEvent,
  type Normalised,
} from '../../../../../electron/providers/google/normalise-event.ts';
import type { CalendarEvent, FieldNeeds } from '../../../../../shared/model/event.ts';
import { eventIdOf } from '../../../../../shared/model/ids.ts';
import { formatMarker } from '../../../../../shared/model/marker.ts';
import { meetingKeyOf } from '../../../../../shared/model/meeting-key.ts';
import { allNeeds, noNeeds } from '../../../../../shared/rules/field-needs.ts';
import { at } from '../../../../kit/event-builder.ts';
import { content, home, markerFor } from './google-bench.ts';

const base = {
  id: 'x',
  etag: '"1"',
  status: 'confirmed',
  iCalUID: 'x@google.com',
  summary: 'Board meeting',
  start: { dateTime: '2026-05-04T09:00:00+02:00' },
  end: { dateTime: '2026-05-04T10:00:00+02:00' },
};

function normalised(patch: object = {}, needs: FieldNeeds = allNeeds): Normalised {
  return normaliseEvent({ ...base, ...patch }, home.id, needs);
}

function event(patch: object = {}, needs: FieldNeeds = allNeeds): CalendarEvent {
  const item = normalised(patch, needs);
  if (item.kind !== 'event') throw new Error(item.kind);
  return item.event;
}

describe('an event of Google', () => {
  it('becomes ours', () => {
    expect(event()).toEqual({
      id: eventIdOf('x'),
      calendar: home.id,
      meeting: meetingKeyOf('x@google.com'),
      occurrence: '',
      series: null,
      time: { kind: 'timed', start: at('2026-05-04T07:00Z'), end: at('2026-05-04T08:00Z') },
      showAs: 'busy',
      response: 'none',
      visibility: 'default',
      kind: 'default',
      cancelled: false,
      foreignBlock: false,
      attendeeCount: 0,
      organizerDomain: null,
      categories: [],
      text: { title: 'Board meeting', location: null, description: null },
    });
  });

  it.each([
    ['nothing said', {}, 'busy'],
    ['opaque', { transparency: 'opaque' }, 'busy'],
    ['transparent', { transparency: 'transparent' }, 'free'],
    ['tentative', { status: 'tentative' }, 'tentative'],
    ['transparent and tentative', { transparency: 'transparent', status: 'tentative' }, 'free'],
    ['out of office', { eventType: 'outOfOffice' }, 'oof'],
    ['focus time', { eventType: 'focusTime' }, 'busy'],
    [
      'a transparent place of work',
      { eventType: 'workingLocation', transparency: 'transparent' },
      'free',
    ],
  ])('with %s is shown as it should', (_, patch, showAs) => {
    expect(event(patch).showAs).toBe(showAs);
  });

  const guest = { email: 'guest@example.com', responseStatus: 'accepted' };
  it.each([
    ['no guests', {}, 'none', 0],
    ['guests, and none of them me', { attendees: [guest] }, 'none', 1],
    ['my yes', { attendees: [guest, { self: true, responseStatus: 'accepted' }] }, 'accepted', 1],
    ['my maybe', { attendees: [{ self: true, responseStatus: 'tentative' }] }, 'tentative', 0],
    [
      'my silence',
      { attendees: [{ self: true, responseStatus: 'needsAction' }] },
      'notResponded',
      0,
    ],
    ['my no', { attendees: [{ self: true, responseStatus: 'declined' }] }, 'declined', 0],
    ['an odd answer', { attendees: [{ self: true, responseStatus: 'constructor' }] }, 'none', 0],
    ['my own invitation', { organizer: { self: true }, attendees: [guest] }, 'organizer', 1],
    [
      'my own invitation, declined by me',
      { organizer: { self: true }, attendees: [{ self: true, responseStatus: 'declined' }] },
      'declined',
      0,
    ],
    ['a room', { attendees: [guest, { resource: true, responseStatus: 'accepted' }] }, 'none', 1],
    [
      'an unreadable guest',
      { attendees: [7, { self: true, responseStatus: 'declined' }] },
      'declined',
      1,
    ],
  ])('with %s has that response', (_, patch, response, attendeeCount) => {
    expect(event(patch)).toMatchObject({ response, attendeeCount });
  });

  it.each(['public', 'private', 'confidential', 'default'])(
    'keeps the visibility %s',
    (visibility) => {
      expect(event({ visibility }).visibility).toBe(visibility);
    },
  );

  it.each(['outOfOffice', 'focusTime', 'workingLocation', 'birthday', 'fromGmail'])(
    'keeps the kind %s',
    (eventType) => {
      expect(event({ eventType }).kind).toBe(eventType);
    },
  );

  it.each([undefined, null])('[R14] is not private that says nothing: %s', (visibility) => {
    expect(event({ visibility }).visibility).toBe('default');
  });

  it.each(['secret', 'Private', 'constructor', '', 4, true, ['default'], { value: 'default' }])(
    '[R14] is private where its visibility is not known: %j',
    (visibility) => {
      expect(event({ visibility }).visibility).toBe('private');
    },
  );

  it('takes what it has never heard of for the usual', () => {
    expect(event({ eventType: 'party', transparency: 'glass' })).toMatchObject({
      kind: 'default',
      showAs: 'busy',
    });
  });

  it('is one occurrence of its series, at the time it was first meant for', () => {
    const recurring = { id: 'x_20260504T070000Z', recurringEventId: 'x' };
    expect(
      event({ ...recurring, originalStartTime: { dateTime: '2026-05-04T09:00:00+02:00' } }),
    ).toMatchObject({ series: eventIdOf('x'), occurrence: '2026-05-04T07:00:00.000Z' });
    expect(event({ ...recurring, originalStartTime: { date: '2026-05-04' } }).occurrence).toBe(
      '2026-05-04',
    );
    expect(
      event({
        ...recurring,
        originalStartTime: { dateTime: '2026-05-04T09:00:00', timeZone: 'Europe/Berlin' },
      }).occurrence,
    ).toBe('2026-05-04T07:00:00.000Z');
    expect(event(recurring).occurrence).toBe(eventIdOf('x_20260504T070000Z'));
  });

  it('is cancelled by its id alone', () => {
    expect(normaliseEvent({ id: 'x', status: 'cancelled' }, home.id, noNeeds)).toEqual({
      kind: 'removed',
      remoteId: 'x',
    });
  });
});

describe('the texts of an event', () => {
  const secrets = {
    summary: 'CANARY-title',
    location: 'CANARY-place',
    description: 'CANARY-notes',
    organizer: { email: 'boss@CANARY.example', displayName: 'CANARY-name' },
    colorId: 'CANARY-color',
    attendees: [{ email: 'CANARY@example.com', displayName: 'CANARY' }],
    hangoutLink: 'https://meet.google.com/CANARY',
    attachments: [{ fileUrl: 'https://CANARY' }],
    extendedProperties: { private: { other: 'CANARY' }, shared: { other: 'CANARY' } },
    recurringEventId: 'CANARY-series',
  };

  it('are not kept unless something needs them', () => {
    expect(JSON.stringify(event(secrets, noNeeds))).not.toMatch(/canary/i);
  });

  it.each([
    ['title', { text: { title: 'CANARY-title' } }],
    ['location', { text: { location: 'CANARY-place' } }],
    ['description', { text: { description: 'CANARY-notes' } }],
    ['organizer', { organizerDomain: 'canary.example' }],
    ['categories', { categories: ['CANARY-color'] }],
  ] as const)('are kept one by one: %s', (field, kept) => {
    const only = event(secrets, { ...noNeeds, [field]: true });
    expect(only).toMatchObject(kept);
    expect(JSON.stringify(only).match(/canary/gi)).toHaveLength(1);
  });

  it('lose their markup', () => {
    expect(event({ description: '<p>One</p><b>x</b><script>y</script>' }).text.description).toBe(
      'One\nx',
    );
  });

  it('name no domain where the address has none', () => {
    expect(event({ organizer: { email: 'nobody' } }).organizerDomain).toBeNull();
    expect(event({ organizer: { email: 'Boss@Example.COM' } }).organizerDomain).toBe('example.com');
  });
});

describe('a block', () => {
  const marker = markerFor('a', content());
  const withProperties = (properties: object): Normalised =>
    normalised({ extendedProperties: { private: properties } });

  it('is known by its marker, and never becomes a source', () => {
    expect(withProperties({ blk: formatMarker(marker), blkv: '1' })).toMatchObject({
      kind: 'block',
      block: { remoteId: 'x', etag: '"1"', marker },
    });
  });

  it('is known among properties of other programs, whatever they hold', () => {
    expect(withProperties({ blk: formatMarker(marker), other: { deep: 1 } }).kind).toBe('block');
  });

  it.each([
    ['damaged', { blk: '1|x' }],
    ['of a later format', { blk: formatMarker(marker).replace(/^1/, '2') }],
    ['lost', { blkv: '1' }],
  ])("whose marker is %s is somebody's block: neither ours nor a source", (_, properties) => {
    expect(withProperties(properties)).toMatchObject({
      kind: 'event',
      event: { foreignBlock: true },
    });
  });

  it('is not made by a marker that others can see', () => {
    const shared = { shared: { blk: formatMarker(marker) } };
    expect(normalised({ extendedProperties: shared })).toMatchObject({
      kind: 'event',
      event: { foreignBlock: false },
    });
  });

  it('that somebody made recurring is still a block', () => {
    const properties = { private: { blk: formatMarker(marker) } };
    expect(
      normalised({ extendedProperties: properties, recurrence: ['RRULE:FREQ=DAILY'] }).kind,
    ).toBe('block');
  });
});

describe('what can not be understood', () => {
  it.each([[null], [7], ['x'], [[]], [{}], [{ ...base, id: '' }], [{ ...base, id: 7 }]])(
    'is told apart: %j',
    (raw) => {
      expect(normaliseEvent(raw, home.id, allNeeds)).toEqual({
        kind: 'malformed',
        remoteId: '',
      });
    },
  );

  it('is a series among its own occurrences', () => {
    expect(normalised({ recurrence: ['RRULE:FREQ=DAILY'] })).toEqual({
      kind: 'malformed',
      remoteId: base.id,
    });
  });

  it('is never more than the one odd field', () => {
    for (const field of Object.keys(base).filter((name) => !['id', 'start', 'end'].includes(name)))
      expect(normalised({ [field]: { odd: true } }).kind).toBe('event');
    for (const field of [
      'attendees',
      'organizer',
      'extendedProperties',
      'originalStartTime',
      'recurrence',
    ])
      expect(normalised({ [field]: 'odd' }).kind).toBe('event');
  });

  it('never throws', () => {
    const odd = fc.dictionary(
      fc.constantFrom(
        ...Object.keys(base),
        'attendees',
        'extendedProperties',
        'recurrence',
        'originalStartTime',
      ),
      fc.anything(),
    );
    fc.assert(
      fc.property(odd, (patch) => {
        normaliseEvent({ ...base, ...patch }, home.id, allNeeds);
      }),
    );
  });
});
