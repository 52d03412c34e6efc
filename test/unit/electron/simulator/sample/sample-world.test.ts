import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../../electron/simulator/sample/chance.ts';
import { sampleWorld } from '../../../../../electron/simulator/sample/sample-world.ts';
import { liveThrough } from '../../../../../electron/simulator/sample/scenario.ts';
import type { World, WorldCalendar } from '../../../../../electron/simulator/world/types.ts';

const DAY = 86_400_000;

function sample(now: string): World {
  let ids = 0;
  const at = Date.parse(now);
  return sampleWorld({ now: () => at, newId: () => `e${++ids}` });
}

const calendars = (world: World): readonly WorldCalendar[] =>
  world.accounts().flatMap(({ email }) => world.calendars(email));

const seen = (world: World) => {
  const today = Math.floor(world.now() / DAY) * DAY;
  return calendars(world).flatMap((calendar) =>
    world.occurrences(calendar.id, today - DAY, today + 91 * DAY),
  );
};

const november = sample('2026-11-23T12:00:00Z');
const all = seen(november);

describe('the sample world', () => {
  it('gives one person nine accounts and fourteen calendars, one of which can only be read', () => {
    const clouds = november
      .accounts()
      .map(({ cloud, tenant }) => (tenant === null ? cloud : 'tenant'));
    expect(clouds.filter((cloud) => cloud === 'tenant')).toHaveLength(4);
    expect(clouds.filter((cloud) => cloud === 'microsoft')).toHaveLength(2);
    expect(clouds.filter((cloud) => cloud === 'google')).toHaveLength(3);
    expect(calendars(november)).toHaveLength(14);
    expect(calendars(november).filter(({ access }) => access === 'reader')).toHaveLength(1);
    for (const { email } of november.accounts())
      expect(november.calendars(email).filter(({ isDefault }) => isDefault)).toHaveLength(1);
  });

  it.each([
    '2026-11-23T12:00:00Z',
    '2027-02-28T23:30:00Z',
    '2027-10-02T05:00:00Z',
    '2028-02-29T12:00:00Z',
  ])('holds at least 2,500 occurrences around %s, some in every calendar', (now) => {
    const world = sample(now);
    expect(seen(world).length).toBeGreaterThanOrEqual(2_500);
    const today = Math.floor(world.now() / DAY) * DAY;
    for (const { id } of calendars(world))
      expect(world.occurrences(id, today - DAY, today + 91 * DAY)).not.toHaveLength(0);
  });

  it('is the same for the same day', () => {
    expect(sample('2026-11-23T12:00:00Z').dump()).toEqual(november.dump());
  });

  it.each([
    ['declined', ({ fields }) => fields.response === 'declined'],
    ['tentative', ({ fields }) => fields.showAs === 'tentative'],
    ['unanswered', ({ fields }) => fields.response === 'notResponded'],
    ['private', ({ fields }) => fields.sensitivity === 'private'],
    ['confidential', ({ fields }) => fields.sensitivity === 'confidential'],
    ['cancelled', ({ fields }) => fields.cancelled],
    ['free', ({ fields }) => fields.showAs === 'free'],
    ['out of office', ({ fields }) => fields.eventType === 'outOfOffice'],
    ['focus time', ({ fields }) => fields.eventType === 'focusTime'],
    ['working location', ({ fields }) => fields.eventType === 'workingLocation'],
    ['birthday', ({ fields }) => fields.eventType === 'birthday'],
    ['all-day', ({ fields }) => fields.time.kind === 'allDay'],
    [
      'of several days',
      ({ fields, end, start }) => fields.time.kind === 'allDay' && end - start > 2 * DAY,
    ],
    ['moved', ({ isException }) => isException],
    [
      'over midnight',
      ({ fields: { time } }) =>
        time.kind === 'timed' && time.start.slice(0, 10) !== time.end.slice(0, 10),
    ],
  ] as readonly (readonly [string, (one: (typeof all)[number]) => boolean])[])(
    'has events that are %s',
    (_, fits) => expect(all.some(fits)).toBe(true),
  );

  it('has gaps where dates of series were dropped', () => {
    const dropped = calendars(november)
      .flatMap(({ id }) => november.events(id))
      .flatMap((event) => event.deletedOccurrences);
    expect(dropped.length).toBeGreaterThan(20);
  });

  it('has meetings that sit in two or three mailboxes', () => {
    const mailboxes = new Map<string, Set<string>>();
    for (const { event } of all)
      mailboxes.set(event.uid, (mailboxes.get(event.uid) ?? new Set()).add(event.calendarId));
    const counts = [...mailboxes.values()].map(({ size }) => size);
    expect(counts).toContain(2);
    expect(counts).toContain(3);
  });

  it('marks kinds of event only where their cloud has them', () => {
    for (const { event, fields } of all) {
      const email = november.calendar(event.calendarId)?.accountEmail ?? '';
      const google = november.account(email)?.cloud === 'google';
      if (google) expect([fields.cancelled, fields.categories]).toEqual([false, []]);
      else expect([fields.eventType, fields.colorId]).toEqual(['default', null]);
    }
  });

  it('names only addresses that cannot exist', () => {
    const text = JSON.stringify(november.dump());
    const domains = [...text.matchAll(/@([\w.-]+)/g)].map(([, domain]) => domain);
    expect(domains.length).toBeGreaterThan(1_000);
    expect(domains.filter((domain) => domain?.endsWith('.example') !== true)).toEqual([]);
  });
});

describe('living through the sample', () => {
  it('does each kind of thing that people do, and says so without titles or addresses', () => {
    const world = sample('2026-11-23T12:00:00Z');
    const titles = new Set(all.map(({ fields }) => fields.title));
    const steps = liveThrough(world, seededRandom(1));
    expect(steps.map(({ kind }) => kind)).toEqual([
      'move',
      'cancel',
      'decline',
      'split',
      'deleteOccurrence',
      'add',
      'extend',
      'hide',
      'copy',
    ]);
    for (const { what, touched } of steps) {
      expect(touched).toBeGreaterThan(0);
      expect(what).not.toContain('@');
      expect([...titles].filter((title) => title.length > 8 && what.includes(title))).toEqual([]);
    }
  });

  it('leaves alone what a program left its mark on, and calendars that can only be read', () => {
    const world = sample('2026-11-23T12:00:00Z');
    const before = world.sequence('calendar-holidays');
    const marked = calendars(world)
      .filter(({ access }) => access !== 'reader')
      .map(({ id, zone }) => {
        const [model] = world.events(id);
        if (model === undefined) throw new Error('empty calendar');
        const start = `2026-11-24T03:00:00`;
        const time = { kind: 'timed', start, end: start.replace(':00:', ':45:'), zone } as const;
        const fields = { ...model.fields, time, properties: { mark: 'ours' } };
        return world.createEvent({ calendarId: id, uid: `mark-${id}`, fields, rrule: null });
      });
    for (let round = 0; round < 5; round++) liveThrough(world, seededRandom(round));
    for (const { calendarId, id } of marked)
      expect(world.event(calendarId, id)).toMatchObject({ version: 1, deleted: false });
    expect(world.sequence('calendar-holidays')).toBe(before);
  });
});
