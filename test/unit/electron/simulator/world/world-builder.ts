import { createWorld } from '../../../../../electron/simulator/world/create-world.ts';
import type {
  NewEvent,
  World,
  WorldFields,
  WorldTime,
} from '../../../../../electron/simulator/world/types.ts';

export const owner = 'helena@brandt.example';

export interface TestWorld {
  readonly world: World;
  /** Moves the world's clock. */
  readonly advance: (ms: number) => void;
  readonly deps: { readonly now: () => number; readonly newId: () => string };
}

/** One person with the calendars `home` and `work` in Berlin, at a Monday noon. */
export function testWorld(start = Date.parse('2026-03-23T12:00:00Z')): TestWorld {
  let now = start;
  let ids = 0;
  const deps = { now: () => now, newId: () => `id-${++ids}` };
  const world = createWorld(deps);
  world.addAccount({
    email: owner,
    name: 'Helena',
    cloud: 'google',
    tenant: null,
    token: 'secret',
  });
  for (const id of ['home', 'work'])
    world.addCalendar({
      id,
      accountEmail: owner,
      name: id,
      zone: 'Europe/Berlin',
      isDefault: id === 'home',
      access: 'owner',
      color: '#3366cc',
    });
  return { world, deps, advance: (ms) => (now += ms) };
}

export function timed(start: string, end: string, zone = 'Europe/Berlin'): WorldTime {
  return { kind: 'timed', start: `${start}:00`, end: `${end}:00`, zone };
}

export function allDay(start: string, end: string): WorldTime {
  return { kind: 'allDay', start, end };
}

export function fields(time: WorldTime, patch: Partial<WorldFields> = {}): WorldFields {
  return {
    title: 'Board meeting',
    description: '',
    location: '',
    time,
    showAs: 'busy',
    sensitivity: 'normal',
    response: 'organizer',
    cancelled: false,
    categories: [],
    colorId: null,
    organizer: null,
    attendees: [],
    onlineMeetingUrl: null,
    reminderMinutes: null,
    eventType: 'default',
    properties: {},
    ...patch,
  };
}

export function newEvent(time: WorldTime, patch: Partial<NewEvent> = {}): NewEvent {
  return { calendarId: 'home', uid: 'uid-1', fields: fields(time), rrule: null, ...patch };
}

/** Mondays at nine in Berlin from 2026-03-23; daylight saving begins before the second. */
export const weekly: NewEvent = newEvent(timed('2026-03-23T09:00', '2026-03-23T10:00'), {
  rrule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=5',
});
