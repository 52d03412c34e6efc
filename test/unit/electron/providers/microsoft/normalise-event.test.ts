import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MARKER_PROPERTY } from '../../../../../electron/providers/microsoft/marker-property.ts';
import {
  markedEvent,
  normaliseEvent,
} from '../../../../../electron/providers/microsoft/normalise-event.ts';
import type { CalendarEvent } from '../../../../../shared/model/event.ts';
import type { BlockKey, CalendarId, VaultId } from '../../../../../shared/model/ids.ts';
import { formatMarker } from '../../../../../shared/model/marker.ts';
import { noNeeds } from '../../../../../shared/rules/field-needs.ts';
import { at } from '../../../../kit/event-builder.ts';

const calendar = 'c' as CalendarId;
const all = { title: true, location: true, description: true, organizer: true, categories: true };

/** As `calendarView` gives it. */
const plain = {
  '@odata.etag': 'W/"abc"',
  id: 'AAMk_1-=',
  type: 'singleInstance',
  subject: 'Board',
  body: { contentType: 'text', content: 'Words' },
  location: { displayName: 'Room 4' },
  start: { dateTime: '2026-03-24T09:00:00.0000000', timeZone: 'UTC' },
  end: { dateTime: '2026-03-24T10:00:00.0000000', timeZone: 'UTC' },
  isAllDay: false,
  isCancelled: false,
  isOrganizer: false,
  showAs: 'busy',
  sensitivity: 'normal',
  iCalUId: 'uid-1',
  responseStatus: { response: 'accepted', time: '0001-01-01T00:00:00Z' },
  attendees: [{ emailAddress: { address: 'a@b.example' } }],
  organizer: { emailAddress: { name: 'Host', address: 'Host@Else.Example' } },
  categories: ['Red'],
};

function normalised(patch: object, needs = all): CalendarEvent {
  const item = normaliseEvent({ ...plain, ...patch }, calendar, needs);
  if (item.kind !== 'event') throw new Error(`Read as ${item.kind}`);
  return item.event;
}

function event(patch: object, needs = all): Record<string, unknown> {
  return { ...normalised(patch, needs) };
}

describe('an event from Graph', () => {
  it('is read with all that rules may ask about', () => {
    expect(event({})).toMatchObject({
      calendar,
      series: null,
      occurrence: '',
      time: { kind: 'timed', start: at('2026-03-24T09:00Z'), end: at('2026-03-24T10:00Z') },
      showAs: 'busy',
      response: 'accepted',
      visibility: 'default',
      cancelled: false,
      foreignBlock: false,
      attendeeCount: 1,
      organizerDomain: 'else.example',
      categories: ['Red'],
      text: { title: 'Board', location: 'Room 4', description: 'Words' },
    });
  });

  it('counts the people who are invited, and no rooms', () => {
    const attendees = [{ type: 'required' }, { type: 'Resource' }, {}, 'not understood'];
    expect(event({ attendees })).toMatchObject({ attendeeCount: 3 });
  });

  it('[security P8] leaves behind what no rule needs', () => {
    expect(event({}, noNeeds)).toMatchObject({
      organizerDomain: null,
      categories: [],
      text: { title: null, location: null, description: null },
    });
  });

  it.each(['html', 'HTML'])('[R13] is read as words where a server sends %s', (contentType) => {
    const content =
      '<html>\r\n<head><style>p { }</style></head><body><!-- hidden --><p>Bring\r\nthe <a href="https://x.example/secret">plan</a></p>R&amp;D</body></html>';
    const { text } = normalised({ body: { contentType, content } });
    expect(text.description).toBe('Bring the plan\nR&D');
  });

  it('keeps marks that are words', () => {
    const { text } = normalised({ body: { contentType: 'text', content: 'a <b> &amp; c' } });
    expect(text.description).toBe('a <b> &amp; c');
  });

  it.each([
    ['free', 'free'],
    ['Tentative', 'tentative'],
    ['OOF', 'oof'],
    ['workingElsewhere', 'workingElsewhere'],
    ['unknown', 'unknown'],
    ['somethingNew', 'unknown'],
    // What is not said is what Graph itself makes of an event that does not say it.
    [null, 'busy'],
    [undefined, 'busy'],
  ])('shown as %s counts as %s', (showAs, expected) => {
    expect(event({ showAs })['showAs']).toBe(expected);
  });

  it.each([
    ['declined', 'declined'],
    ['tentativelyAccepted', 'tentative'],
    ['notResponded', 'notResponded'],
    ['organizer', 'organizer'],
    ['none', 'none'],
  ])('answered with %s counts as %s', (response, expected) => {
    expect(event({ responseStatus: { response } })['response']).toBe(expected);
  });

  it.each([
    ['normal', 'default'],
    ['personal', 'personal'],
    ['Private', 'private'],
    ['confidential', 'confidential'],
  ])('of sensitivity %s is %s', (sensitivity, expected) => {
    expect(event({ sensitivity })['visibility']).toBe(expected);
  });

  it.each([undefined, null])('[R14] is not private that says nothing: %s', (sensitivity) => {
    expect(event({ sensitivity })['visibility']).toBe('default');
  });

  it.each(['secret', 'constructor', '', 4, true, ['normal'], { value: 'normal' }])(
    '[R14] is private where its sensitivity is not known: %j',
    (sensitivity) => {
      expect(event({ sensitivity })['visibility']).toBe('private');
    },
  );

  it('[trap 15] keeps whole days as dates, whatever zone they are labelled with', () => {
    const patch = {
      isAllDay: true,
      start: { dateTime: '2026-03-24T00:00:00.0000000', timeZone: 'Pacific Standard Time' },
      end: { dateTime: '2026-03-25T00:00:00.0000000', timeZone: 'Pacific Standard Time' },
    };
    expect(event(patch)['time']).toEqual({
      kind: 'allDay',
      start: '2026-03-24',
      end: '2026-03-25',
    });
  });

  it.each([
    ['Pacific Standard Time', '2026-03-24T16:00:00Z'],
    ['Europe/Berlin', '2026-03-24T08:00:00Z'],
    ['UTC', '2026-03-24T09:00:00Z'],
  ])('[trap 16] in the zone %s begins at %s', (timeZone, start) => {
    const moment = (hour: string): object => ({
      dateTime: `2026-03-24T${hour}:00:00.0000000`,
      timeZone,
    });
    expect(event({ start: moment('09'), end: moment('10') })['time']).toMatchObject({
      start: at(start),
    });
  });

  it('[security F18] that makes no sense is skipped and said to be malformed', () => {
    const broken = [
      {},
      { ...plain, start: undefined },
      { ...plain, start: { dateTime: 'tomorrow', timeZone: 'UTC' } },
      { ...plain, end: { dateTime: '2026-03-24T08:00:00', timeZone: 'UTC' } },
      {
        ...plain,
        start: { dateTime: '2026-03-24T09:00:00', timeZone: 'tzone://Microsoft/Custom' },
      },
      'text',
      null,
    ];
    for (const one of broken) expect(normaliseEvent(one, calendar, all).kind).toBe('malformed');
  });

  it('[trap 3] that is a series as such counts for nothing', () => {
    expect(normaliseEvent({ ...plain, type: 'seriesMaster' }, calendar, all).kind).toBe('master');
  });

  it('of a series is named by its original start, also when it was moved', () => {
    const patch = {
      type: 'exception',
      seriesMasterId: 'AAMkMaster=',
      originalStart: '2026-03-23T09:00:00Z',
    };
    expect(event(patch)).toMatchObject({ occurrence: '2026-03-23T09:00:00.000Z' });
    expect(event(patch)['series']).not.toBeNull();
  });

  it('[trap 1] with a damaged marker is nobody’s source', () => {
    const singleValueExtendedProperties = [
      { id: 'String {6F3D2A7E-94C1-4B58-8E0D-5A1C7B9E2F46} Name blk', value: '1|broken' },
    ];
    expect(event({ singleValueExtendedProperties })['foreignBlock']).toBe(true);
  });
});

describe('what carries our marker', () => {
  const marker = formatMarker({
    vault: '0'.repeat(32) as VaultId,
    key: 'a'.repeat(64) as BlockKey,
    generation: 0,
    fingerprint: 'b'.repeat(32),
  });
  const marked = {
    ...plain,
    singleValueExtendedProperties: [{ id: MARKER_PROPERTY, value: marker }],
  };

  it('is found by it, though its time can’t be read or somebody made it a series', () => {
    const odd = [
      { ...marked, start: { dateTime: 'soon', timeZone: 'UTC' } },
      { ...marked, end: null },
      { ...marked, type: 'seriesMaster', recurrence: {} },
    ];
    for (const one of odd)
      expect(markedEvent(one)).toMatchObject({ remoteId: plain.id, content: null });
    expect(markedEvent(marked)?.content).toMatchObject({ title: 'Board' });
  });

  it('is nothing else', () => {
    expect([plain, null, {}, { ...marked, id: '' }].map(markedEvent)).toEqual([
      ...[null, null, null, null],
    ]);
  });
});

const examples = new URL(
  '../../../../../../shared/vectors/graph-docs-examples.json',
  import.meta.url,
);

/** Everything in a text that looks like an event. */
function eventsIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(eventsIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'start' in value && 'end' in value ? [value] : [];
  return [...own, ...Object.values(value).flatMap(eventsIn)];
}

describe('examples that others wrote', () => {
  it('are read without a crash, and mostly understood', () => {
    // Where Graph's own documentation is not at hand, what it says of enums and absent fields is.
    const found = existsSync(examples)
      ? eventsIn(JSON.parse(readFileSync(examples, 'utf8')))
      : [plain, { ...plain, showAs: 'Busy', type: 'Occurrence' }, { ...plain, subject: null }];
    const kinds = found.map((one) => normaliseEvent(one, calendar, all).kind);
    expect(kinds.filter((kind) => kind === 'event' || kind === 'master').length).toBeGreaterThan(
      found.length / 3,
    );
  });
});
