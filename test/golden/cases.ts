import type { z } from 'zod';
import type { WorldFields } from '../../electron/simulator/world/types.ts';
import type { rule } from '../../shared/model/rule.ts';

type Ruling = z.input<typeof rule>;

/** What both clouds are sent for a block that says no more than "Busy", of the event below. */
export const plainest = {
  microsoft: {
    subject: 'Busy',
    body: { contentType: 'text', content: '' },
    location: { displayName: '' },
    start: { dateTime: '2026-05-05T09:10:00.0000000', timeZone: 'UTC' },
    end: { dateTime: '2026-05-05T09:50:00.0000000', timeZone: 'UTC' },
    isAllDay: false,
    showAs: 'busy',
    sensitivity: 'private',
    isReminderOn: false,
    isOnlineMeeting: false,
    categories: [],
  },
  google: {
    summary: 'Busy',
    start: { dateTime: '2026-05-05T09:10:00.000Z' },
    end: { dateTime: '2026-05-05T09:50:00.000Z' },
    status: 'confirmed',
    transparency: 'opaque',
    visibility: 'private',
    reminders: { useDefault: false, overrides: [] },
    hidden: '|',
  },
} as const;

/** An event that has everything an event can have. */
export const fullEvent: Partial<WorldFields> = {
  title: 'Halcyon: second reading',
  location: 'Room Feynman',
  description: 'Bring the figures',
  time: { kind: 'timed', start: '2026-05-05T09:10:00', end: '2026-05-05T09:50:00', zone: 'UTC' },
  showAs: 'oof',
  categories: ['Deals'],
  colorId: '4',
  organizer: { name: 'Olga Organizer', email: 'olga@elsewhere.example' },
  attendees: [{ name: 'Anton', email: 'anton@elsewhere.example', response: 'accepted' }],
  onlineMeetingUrl: 'https://meet.example/abc',
  reminderMinutes: 10,
};

export interface Golden {
  /** Of the rule. */
  readonly mask?: NonNullable<Ruling['mask']>;
  readonly options?: NonNullable<Ruling['options']>;
  /** Of the event, where it is another one. */
  readonly event?: Partial<WorldFields>;
  /** A further event on the same calendar. */
  readonly second?: Partial<WorldFields>;
  /** What differs from the plainest block, in each cloud's words. */
  readonly microsoft: object;
  readonly google: object;
}

const title = 'Halcyon: second reading';
const titled = { microsoft: { subject: title }, google: { summary: title } };
const placed = {
  microsoft: { subject: title, location: { displayName: 'Room Feynman' } },
  google: { summary: title, location: 'Room Feynman' },
};
const told = {
  microsoft: { ...placed.microsoft, body: { contentType: 'text', content: 'Bring the figures' } },
  google: { ...placed.google, description: 'Bring the figures' },
};
const same = { microsoft: {}, google: {} };

function times(start: string, end: string): Pick<Golden, 'microsoft' | 'google'> {
  return {
    microsoft: {
      start: { dateTime: `2026-05-${start}:00.0000000`, timeZone: 'UTC' },
      end: { dateTime: `2026-05-${end}:00.0000000`, timeZone: 'UTC' },
    },
    google: {
      start: { dateTime: `2026-05-${start}:00.000Z` },
      end: { dateTime: `2026-05-${end}:00.000Z` },
    },
  };
}

const wholeDay: Partial<WorldFields> = {
  time: { kind: 'allDay', start: '2026-05-05', end: '2026-05-06' },
};

/** Every level of a mask, and every option that changes what is sent. */
export const goldens: Readonly<Record<string, Golden>> = {
  'level busy': same,
  'level labelled': {
    mask: { level: 'labelled', label: 'Client work' },
    microsoft: { subject: 'Client work' },
    google: { summary: 'Client work' },
  },
  'a label for the source alone': {
    mask: { level: 'labelled', label: 'Client work', labels: { 'S/Work': 'Board work' } },
    microsoft: { subject: 'Board work' },
    google: { summary: 'Board work' },
  },
  'level title': { mask: { level: 'title' }, ...titled },
  'level titleAndLocation': { mask: { level: 'titleAndLocation' }, ...placed },
  'level details': { mask: { level: 'details' }, ...told },
  'a template': {
    mask: { level: 'titleAndLocation', label: 'Board', template: '{label}: {title} ({location})' },
    microsoft: { ...placed.microsoft, subject: `Board: ${title} (Room Feynman)` },
    google: { ...placed.google, summary: `Board: ${title} (Room Feynman)` },
  },
  'level details, of a private event': {
    mask: { level: 'details' },
    event: { sensitivity: 'private' },
    ...same,
  },
  'level details, of a private event that the rule reveals': {
    mask: { level: 'details', revealPrivate: true },
    event: { sensitivity: 'private' },
    ...told,
  },
  'showAs same': {
    options: { showAs: 'same' },
    // Google has no such status, but events of that kind.
    event: { eventType: 'outOfOffice' },
    microsoft: { showAs: 'oof' },
    google: { hidden: 'oof|' },
  },
  'showAs tentative': {
    options: { showAs: 'tentative' },
    microsoft: { showAs: 'tentative' },
    google: { status: 'tentative' },
  },
  'showAs oof': {
    options: { showAs: 'oof' },
    microsoft: { showAs: 'oof' },
    google: { hidden: 'oof|' },
  },
  'showAs workingElsewhere': {
    options: { showAs: 'workingElsewhere' },
    microsoft: { showAs: 'workingElsewhere' },
    google: { hidden: 'workingElsewhere|' },
  },
  'visibility default': {
    options: { visibility: 'default' },
    microsoft: { sensitivity: 'normal' },
    google: { visibility: 'default' },
  },
  'color by a category’s name': {
    options: { color: 'Green' },
    microsoft: { categories: ['Green'] },
    google: { hidden: '|Green' },
  },
  'color by a colour id': {
    options: { color: '11' },
    microsoft: { categories: ['11'] },
    google: { colorId: '11' },
  },
  bufferBefore: { options: { bufferBefore: 15 }, ...times('05T08:55', '05T09:50') },
  bufferAfter: { options: { bufferAfter: 20 }, ...times('05T09:10', '05T10:10') },
  'roundTo 5': { options: { roundTo: 5 }, ...times('05T09:10', '05T09:50') },
  'roundTo 15': { options: { roundTo: 15 }, ...times('05T09:00', '05T10:00') },
  'roundTo 30': { options: { roundTo: 30 }, ...times('05T09:00', '05T10:00') },
  'roundTo 60, after the buffers': {
    options: { roundTo: 60, bufferBefore: 15 },
    ...times('05T08:00', '05T10:00'),
  },
  'merge and mergeGap, of two events': {
    mask: { level: 'title' },
    options: { merge: true, mergeGap: 15 },
    second: {
      title: 'Another',
      time: {
        kind: 'timed',
        start: '2026-05-05T10:00:00',
        end: '2026-05-05T11:00:00',
        zone: 'UTC',
      },
    },
    ...times('05T09:10', '05T11:00'),
  },
  'allDay allDay': {
    event: wholeDay,
    microsoft: {
      isAllDay: true,
      start: { dateTime: '2026-05-05T00:00:00.0000000', timeZone: 'UTC' },
      end: { dateTime: '2026-05-06T00:00:00.0000000', timeZone: 'UTC' },
    },
    google: { start: { date: '2026-05-05' }, end: { date: '2026-05-06' } },
  },
  'allDay workingHours, in a zone of their own': {
    event: wholeDay,
    options: {
      allDay: 'workingHours',
      workingHours: { from: '08:30', to: '16:00', zone: 'America/New_York' },
    },
    ...times('05T12:30', '05T20:00'),
  },
};

/** Options by which an event is sent to nobody. */
export const silent: Readonly<Record<string, Pick<Golden, 'options' | 'event' | 'second'>>> = {
  'allDay skip': { options: { allDay: 'skip' }, event: wholeDay },
  'allDay workingHours, on a day off': {
    options: { allDay: 'workingHours', workingHours: { days: ['wed'] } },
    event: wholeDay,
  },
};
