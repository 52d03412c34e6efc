import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { restoreWorld } from '../../../../../electron/simulator/world/create-world.ts';
import type { World } from '../../../../../electron/simulator/world/types.ts';
import { allDay, newEvent, owner, testWorld, timed, weekly } from './world-builder.ts';

const far = Date.parse('2040-01-01');
const all = (world: World, calendarId = 'home') => world.occurrences(calendarId, 0, far);
const starts = (world: World) => all(world).map(({ start }) => new Date(start).toISOString());
const error = (code: string) => expect.objectContaining({ code }) as unknown;

describe('a world', () => {
  it('shows an all-day event from midnight to midnight where its calendar lives', () => {
    const { world } = testWorld();
    world.createEvent(newEvent(allDay('2026-03-29', '2026-03-30')));
    const [day] = all(world);
    expect(new Date(day?.start ?? 0).toISOString()).toBe('2026-03-28T23:00:00.000Z');
    expect(new Date(day?.end ?? 0).toISOString()).toBe('2026-03-29T22:00:00.000Z');
  });

  it('shows what overlaps a window, and not what only touches it', () => {
    const { world } = testWorld();
    world.createEvent(newEvent(timed('2026-03-23T09:00', '2026-03-23T10:00', 'UTC')));
    const nine = Date.parse('2026-03-23T09:00Z');
    const hour = 3_600_000;
    expect(world.occurrences('home', nine - hour, nine)).toHaveLength(0);
    expect(world.occurrences('home', nine - hour, nine + 1)).toHaveLength(1);
    expect(world.occurrences('home', nine + hour - 1, far)).toHaveLength(1);
    expect(world.occurrences('home', nine + hour, far)).toHaveLength(0);
  });

  it('lets an occurrence that runs over midnight into the window of the next day', () => {
    const { world } = testWorld();
    const time = timed('2026-03-23T22:00', '2026-03-24T02:00');
    world.createEvent(newEvent(time, { rrule: 'FREQ=DAILY' }));
    const midnight = Date.parse('2026-03-26T23:00Z');
    expect(world.occurrences('home', midnight, midnight + 1)).toHaveLength(1);
  });

  it('moves one occurrence of a series, and only that', () => {
    const { world } = testWorld();
    const { id } = world.createEvent(weekly);
    const time = timed('2026-04-01T14:00', '2026-04-01T15:00');
    world.updateOccurrence('home', id, '2026-03-30T07:00:00Z', { time, title: 'Later' });
    expect(starts(world)).toEqual([
      '2026-03-23T08:00:00.000Z',
      '2026-04-01T12:00:00.000Z',
      '2026-04-06T07:00:00.000Z',
      '2026-04-13T07:00:00.000Z',
      '2026-04-20T07:00:00.000Z',
    ]);
    expect(all(world)[1]).toMatchObject({
      originalStart: '2026-03-30T07:00:00.000Z',
      isException: true,
      fields: { title: 'Later', time },
    });
  });

  it('shows an occurrence in the window that it was moved to, and not where it came from', () => {
    const { world } = testWorld();
    const { id } = world.createEvent(weekly);
    const time = timed('2027-01-04T09:00', '2027-01-04T10:00');
    world.updateOccurrence('home', id, '2026-03-30T07:00:00.000Z', { time });
    const day = (date: string) =>
      world.occurrences('home', Date.parse(date), Date.parse(date) + 864e5);
    expect(day('2026-03-30')).toHaveLength(0);
    expect(day('2027-01-04')).toHaveLength(1);
  });

  it('carries a change of the master into occurrences that did not change it themselves', () => {
    const { world } = testWorld();
    const { id } = world.createEvent(weekly);
    world.updateOccurrence('home', id, '2026-03-30T07:00:00Z', { title: 'Own title' });
    world.updateEvent('home', id, { title: 'New title', location: 'Room 2' });
    expect(all(world).map((one) => one.fields.title)).toEqual([
      'New title',
      'Own title',
      'New title',
      'New title',
      'New title',
    ]);
    expect(all(world)[1]?.fields.location).toBe('Room 2');
  });

  it('drops the exceptions of a series that moves to another time', () => {
    const { world } = testWorld();
    const { id } = world.createEvent(weekly);
    world.deleteOccurrence('home', id, '2026-03-30T07:00:00Z');
    world.updateEvent('home', id, { time: timed('2026-03-23T11:00', '2026-03-23T12:00') });
    expect(starts(world)).toHaveLength(5);
  });

  it('lets one occurrence be deleted once', () => {
    const { world } = testWorld();
    const { id } = world.createEvent(weekly);
    world.deleteOccurrence('home', id, '2026-03-30T07:00:00Z');
    expect(starts(world)).not.toContain('2026-03-30T07:00:00.000Z');
    const again = () => world.deleteOccurrence('home', id, '2026-03-30T07:00:00Z');
    expect(again).toThrow(error('notAnOccurrence'));
  });

  it('refuses to change an occurrence that the series does not have', () => {
    const { world } = testWorld();
    const { id } = world.createEvent(weekly);
    for (const key of ['2026-03-31T07:00:00Z', '2026-03-30', 'soon'])
      expect(() => world.updateOccurrence('home', id, key, {})).toThrow(error('notAnOccurrence'));
  });

  it('names the occurrences of an all-day series by their dates', () => {
    const { world } = testWorld();
    const time = allDay('2026-03-23', '2026-03-25');
    const { id } = world.createEvent(newEvent(time, { rrule: 'FREQ=WEEKLY;COUNT=3' }));
    world.deleteOccurrence('home', id, '2026-03-30');
    expect(all(world).map((one) => [one.originalStart, one.fields.time])).toEqual([
      ['2026-03-23', allDay('2026-03-23', '2026-03-25')],
      ['2026-04-06', allDay('2026-04-06', '2026-04-08')],
    ]);
  });

  it('splits a series without losing or doubling an occurrence', () => {
    const { world } = testWorld();
    const { id } = world.createEvent(weekly);
    const later = world.splitSeries('home', id, '2026-04-06T07:00:00Z', { title: 'New chair' });
    expect(all(world).map((one) => [one.fields.time.start.slice(0, 10), one.fields.title])).toEqual(
      [
        ['2026-03-23', 'Board meeting'],
        ['2026-03-30', 'Board meeting'],
        ['2026-04-06', 'New chair'],
        ['2026-04-13', 'New chair'],
        ['2026-04-20', 'New chair'],
      ],
    );
    expect(later.uid).not.toBe(world.event('home', id)?.uid);
  });

  it('splits any series anywhere without moving an occurrence', () => {
    const rules = [
      'FREQ=DAILY;COUNT=12',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH',
      'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20260601T000000Z',
      'FREQ=MONTHLY;BYDAY=2TU',
      'FREQ=MONTHLY;BYMONTHDAY=15;COUNT=6',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...rules), fc.nat(200), fc.boolean(), (rrule, nth, wholeDay) => {
        const { world } = testWorld();
        const time = wholeDay
          ? allDay('2026-03-01', '2026-03-02')
          : timed('2026-03-01T23:30', '2026-03-02T00:15');
        const { id } = world.createEvent(newEvent(time, { rrule }));
        const window = [Date.parse('2026-01-01'), Date.parse('2026-12-01')] as const;
        const before = world.occurrences('home', ...window);
        const at = before[nth % before.length]?.originalStart ?? '';
        world.splitSeries('home', id, at, { title: 'Later' });
        const after = world.occurrences('home', ...window);
        expect(after.map(({ start }) => start)).toEqual(before.map(({ start }) => start));
      }),
      { numRuns: 60 },
    );
  });

  it('splits a series onto another weekday', () => {
    const { world } = testWorld();
    const { id } = world.createEvent(weekly);
    const time = timed('2026-04-07T09:00', '2026-04-07T10:00');
    world.splitSeries('home', id, '2026-04-06T07:00:00Z', { time });
    expect(starts(world).slice(2)).toEqual([
      '2026-04-07T07:00:00.000Z',
      '2026-04-14T07:00:00.000Z',
      '2026-04-21T07:00:00.000Z',
    ]);
  });

  it('replaces a series that is split at its first occurrence', () => {
    const { world } = testWorld();
    const { id } = world.createEvent(weekly);
    world.splitSeries('home', id, '2026-03-23T08:00:00Z', { title: 'New chair' });
    expect(world.event('home', id)?.deleted).toBe(true);
    expect(starts(world)).toHaveLength(5);
  });

  it('splits an all-day series at a day', () => {
    const { world } = testWorld();
    const time = allDay('2026-03-23', '2026-03-24');
    const { id } = world.createEvent(newEvent(time, { rrule: 'FREQ=DAILY;COUNT=4' }));
    world.splitSeries('home', id, '2026-03-25', { title: 'Second half' });
    expect(all(world).map((one) => `${one.originalStart ?? ''} ${one.fields.title}`)).toEqual([
      '2026-03-23 Board meeting',
      '2026-03-24 Board meeting',
      '2026-03-25 Second half',
      '2026-03-26 Second half',
    ]);
  });

  it('never gives an id twice, not even that of a deleted event', () => {
    const { world } = testWorld();
    world.createEvent({ ...weekly, id: 'mine' });
    world.deleteEvent('home', 'mine');
    expect(world.event('home', 'mine')?.deleted).toBe(true);
    expect(world.events('home')).toHaveLength(0);
    expect(all(world)).toHaveLength(0);
    expect(() => world.createEvent({ ...weekly, id: 'mine' })).toThrow(error('idTaken'));
  });

  it('finds an event by its transaction id while it lives', () => {
    const { world } = testWorld();
    const { id } = world.createEvent({ ...weekly, transactionId: 'tx' });
    expect(world.eventByTransaction('home', 'tx')?.id).toBe(id);
    expect(world.eventByTransaction('work', 'tx')).toBeUndefined();
    world.deleteEvent('home', id);
    expect(world.eventByTransaction('home', 'tx')).toBeUndefined();
  });

  it.each([
    ['an end before the start', timed('2026-03-23T10:00', '2026-03-23T09:00'), null, 'badTime'],
    ['an empty day', allDay('2026-03-23', '2026-03-23'), null, 'badTime'],
    [
      'a zone that does not exist',
      timed('2026-03-23T09:00', '2026-03-23T10:00', 'Mars/Base'),
      null,
      'badTime',
    ],
    ['a rule that is none', timed('2026-03-23T09:00', '2026-03-23T10:00'), 'FREQ=NEVER', 'badRule'],
  ] as const)('refuses %s and keeps no trace of it', (_, time, rrule, code) => {
    const { world } = testWorld();
    expect(() => world.createEvent(newEvent(time, { rrule }))).toThrow(error(code));
    expect(world.sequence('home')).toBe(0);
    expect(world.events('home')).toHaveLength(0);
  });

  it('writes every deed into the log of its own calendar, with the places that were touched', () => {
    const { world } = testWorld();
    const { id } = world.createEvent(weekly);
    world.createEvent(newEvent(allDay('2026-03-29', '2026-03-30'), { calendarId: 'work' }));
    const before = world.sequence('home');
    const time = timed('2026-04-01T14:00', '2026-04-01T15:00');
    world.updateOccurrence('home', id, '2026-03-30T07:00:00Z', { time });
    expect(world.changesSince('home', before)).toEqual([
      {
        sequence: before + 1,
        calendarId: 'home',
        eventId: id,
        occurrences: ['2026-03-30T07:00:00.000Z'],
        before: [
          [Date.parse('2026-03-30T07:00Z'), Date.parse('2026-03-30T08:00Z')],
          [Date.parse('2026-04-01T12:00Z'), Date.parse('2026-04-01T13:00Z')],
        ],
      },
    ]);
    expect(world.changesSince('home', world.sequence('home'))).toEqual([]);
  });

  it('grows the version with each change, also when the cloud rewrites it by itself', () => {
    const { world, advance } = testWorld();
    const { id, updatedAt } = world.createEvent(weekly);
    advance(5_000);
    world.rewriteVersion('home', id);
    expect(world.event('home', id)).toMatchObject({ version: 2, updatedAt: updatedAt + 5_000 });
    expect(world.sequence('home')).toBe(2);
  });

  it('comes back from its dump as it was', () => {
    const { world, deps } = testWorld();
    const { id } = world.createEvent({ ...weekly, transactionId: 'tx' });
    world.updateOccurrence('home', id, '2026-03-30T07:00:00Z', { title: 'Own title' });
    world.deleteOccurrence('home', id, '2026-04-06T07:00:00Z');
    const gone = world.createEvent(newEvent(allDay('2026-03-29', '2026-03-30')));
    world.deleteEvent('home', gone.id);
    world.setRevoked(owner, true);
    world.updateCalendar('work', { access: 'reader', deleted: true });
    const kept: unknown = JSON.parse(JSON.stringify(world.dump()));
    const restored = restoreWorld(kept, deps);
    expect(restored.dump()).toEqual(world.dump());
    expect(all(restored)).toEqual(all(world));
    expect(restored.changesSince('home', 2)).toEqual(world.changesSince('home', 2));
    expect(() => restored.createEvent({ ...weekly, id: gone.id })).toThrow(error('idTaken'));
  });

  it('names the damaged place of a dump, and nothing that stands there', () => {
    const { world, deps } = testWorld();
    world.createEvent(weekly);
    const text = JSON.stringify(world.dump()).replace('"busy"', '"secretly"');
    expect(() => restoreWorld(JSON.parse(text), deps)).toThrow(
      'The kept world is damaged at events[0].fields.showAs',
    );
    expect(() => restoreWorld(null, deps)).toThrow(error('badDump'));
  });

  it('knows an account by its token and its address in any case', () => {
    const { world } = testWorld();
    expect(world.accountByToken('secret')?.email).toBe(owner);
    expect(world.account(owner.toUpperCase())?.email).toBe(owner);
    expect(world.accountByToken('other')).toBeUndefined();
  });
});
