/**
 * What people do to their calendars between two syncs. Works on any world, never touches what a program left its mark
 * on (hidden properties), and tells what was done without a title or an address.
 */
import type { World, WorldFields, WorldOccurrence, WorldTime } from '../world/types.ts';
import { DAY_MS, shiftWall, wallOfUtc } from '../world/wall-clock.ts';
import { choose, soonDays, writable, type Candidate } from './candidate.ts';
import { between, pick } from './chance.ts';

export interface ScenarioStep {
  readonly kind:
    | 'move'
    | 'cancel'
    | 'decline'
    | 'split'
    | 'deleteOccurrence'
    | 'add'
    | 'extend'
    | 'hide'
    | 'copy';
  /** In words, for people. */
  readonly what: string;
  readonly calendarId: string;
  /** How many occurrences up to 90 days ahead are now other than before. */
  readonly touched: number;
}

type Deed = (world: World, random: () => number) => ScenarioStep | null;

const horizonDays = 90;

/** Does one of each kind of change, where the world has something to do it to. */
export function liveThrough(world: World, random: () => number): readonly ScenarioStep[] {
  const deeds: readonly Deed[] = [
    move,
    cancel,
    decline,
    splitSeries,
    deleteOccurrence,
    add,
    extend,
    hide,
    copyToOtherMailbox,
  ];
  return deeds.flatMap((deed) => deed(world, random) ?? []);
}

function move(world: World, random: () => number): ScenarioStep | null {
  const found = choose(world, random, ({ one }) => one.fields.time.kind === 'timed');
  if (found === null) return null;
  const minutes = pick(random, [-60, -30, 30, 60, 90]) ?? 30;
  change(world, found.one, { time: shifted(found.one.fields.time, minutes, minutes) });
  const direction = minutes < 0 ? 'earlier' : 'later';
  return step('move', found, `A meeting was moved ${Math.abs(minutes)} minutes ${direction}`, 1);
}

function extend(world: World, random: () => number): ScenarioStep | null {
  const found = choose(world, random, ({ one }) => one.fields.time.kind === 'timed');
  if (found === null) return null;
  change(world, found.one, { time: shifted(found.one.fields.time, 0, 30) });
  return step('extend', found, 'A meeting was extended by 30 minutes', 1);
}

/** The organizer calls it off: Exchange keeps it, marked as cancelled, in the attendee's calendar; Google removes it. */
function cancel(world: World, random: () => number): ScenarioStep | null {
  const found = choose(world, random, ({ one }) => one.originalStart === null);
  if (found === null) return null;
  const { calendar, one } = found;
  if (world.account(calendar.accountEmail)?.cloud === 'microsoft')
    change(world, one, { cancelled: true, showAs: 'free' });
  else world.deleteEvent(calendar.id, one.event.id);
  return step('cancel', found, 'A meeting was cancelled by its organizer', 1);
}

function decline(world: World, random: () => number): ScenarioStep | null {
  const invited = ({ one }: Candidate): boolean =>
    one.fields.response === 'accepted' || one.fields.response === 'notResponded';
  const found = choose(world, random, invited);
  if (found === null) return null;
  change(world, found.one, { response: 'declined' });
  return step('decline', found, 'An invitation was declined', 1);
}

function hide(world: World, random: () => number): ScenarioStep | null {
  const found = choose(world, random, ({ one }) => one.fields.sensitivity === 'normal');
  if (found === null) return null;
  change(world, found.one, { sensitivity: 'private' });
  return step('hide', found, 'A meeting was made private', 1);
}

function splitSeries(world: World, random: () => number): ScenarioStep | null {
  const found = choose(
    world,
    random,
    ({ one }) => one.originalStart !== null && !one.isException && one.fields.time.kind === 'timed',
  );
  if (found === null || found.one.originalStart === null) return null;
  const { calendar, one } = found;
  const time = shifted(one.fields.time, 15, 15);
  const later = world.splitSeries(calendar.id, one.event.id, found.one.originalStart, { time });
  const touched = world.occurrencesOf(later, world.now(), horizon(world)).length;
  return step('split', found, 'A series was moved from one date on, by 15 minutes', touched);
}

function deleteOccurrence(world: World, random: () => number): ScenarioStep | null {
  const found = choose(world, random, ({ one }) => one.originalStart !== null);
  if (found === null || found.one.originalStart === null) return null;
  world.deleteOccurrence(found.calendar.id, found.one.event.id, found.one.originalStart);
  return step('deleteOccurrence', found, 'One date of a series was deleted', 1);
}

function add(world: World, random: () => number): ScenarioStep | null {
  const model = choose(world, random, ({ one }) => one.fields.time.kind === 'timed');
  if (model === null) return null;
  const { calendar, one } = model;
  const days = between(random, 1, soonDays);
  const date = wallOfUtc(world.now() + days * DAY_MS, calendar.zone).slice(0, 10);
  const start = `${date}T${String(between(random, 9, 16)).padStart(2, '0')}:30:00`;
  const time: WorldTime = {
    kind: 'timed',
    start,
    end: shiftWall(start, 45 * 60_000),
    zone: calendar.zone,
  };
  const uid = `added-${between(random, 1, 1_000_000_000)}@sample.example`;
  const fields: WorldFields = { ...one.fields, time, response: 'accepted', showAs: 'busy' };
  world.createEvent({ calendarId: calendar.id, uid, fields, rrule: null });
  return step('add', model, 'A new meeting was added', 1);
}

/** Somebody invites the second address too. */
function copyToOtherMailbox(world: World, random: () => number): ScenarioStep | null {
  const found = choose(world, random, ({ one }) => one.originalStart === null);
  if (found === null) return null;
  const { accountEmail } = found.calendar;
  const { uid } = found.one.event;
  const others = writable(world).filter(
    (other) =>
      other.accountEmail !== accountEmail &&
      other.isDefault &&
      !world.events(other.id).some((event) => event.uid === uid),
  );
  const calendar = pick(random, others);
  if (calendar === undefined) return null;
  const fields: WorldFields = {
    ...found.one.fields,
    response: 'notResponded',
    showAs: 'tentative',
    categories: [],
    colorId: null,
    eventType: 'default',
  };
  world.createEvent({ calendarId: calendar.id, uid, fields, rrule: null });
  return step('copy', { calendar }, 'A meeting that is in one mailbox appeared in a second', 1);
}

function step(
  kind: ScenarioStep['kind'],
  { calendar }: Pick<Candidate, 'calendar'>,
  what: string,
  touched: number,
): ScenarioStep {
  return { kind, what, calendarId: calendar.id, touched };
}

function change(world: World, one: WorldOccurrence, patch: Partial<WorldFields>): void {
  const { event, originalStart } = one;
  if (originalStart === null) world.updateEvent(event.calendarId, event.id, patch);
  else world.updateOccurrence(event.calendarId, event.id, originalStart, patch);
}

function shifted(time: WorldTime, startMinutes: number, endMinutes: number): WorldTime {
  return {
    ...time,
    start: shiftWall(time.start, startMinutes * 60_000),
    end: shiftWall(time.end, endMinutes * 60_000),
  };
}

function horizon(world: World): number {
  return world.now() + horizonDays * DAY_MS;
}
