import { between, pick } from '../../electron/simulator/sample/chance.ts';
import type {
  WorldCalendar,
  WorldEvent,
  WorldFields,
  WorldTime,
} from '../../electron/simulator/world/types.ts';
import type { CloudRig } from '../kit/cloud-rig.ts';

const HALF_HOUR = 30 * 60_000;
const DAY = 48 * HALF_HOUR;

/** What people do to their own events, at chance. Copies of one meeting change together, as an organizer's change does. */
export class Users {
  readonly #rig: CloudRig;
  readonly #calendars: readonly string[];
  #made = 0;

  constructor(rig: CloudRig) {
    this.#rig = rig;
    const { world } = rig;
    this.#calendars = world.accounts().flatMap(({ email }) =>
      world
        .calendars(email)
        .filter(({ accountEmail }) => accountEmail === email)
        .map(({ id }) => id),
    );
  }

  /** All there ever were, vanished ones included. */
  calendars(): readonly WorldCalendar[] {
    return this.#calendars.flatMap((id) => this.#rig.world.calendar(id) ?? []);
  }

  /** Events that people made, live ones. */
  events(): readonly WorldEvent[] {
    return this.calendars().flatMap(({ id }) =>
      this.#rig.world
        .events(id)
        .filter(({ fields }) => Object.keys(fields.properties).length === 0),
    );
  }

  add(random: () => number): void {
    const calendar = pick(random, this.calendars());
    if (calendar !== undefined)
      this.#create(
        calendar,
        this.#fields(random),
        random() < 0.15 ? rruleOf(random) : null,
        this.#uid(),
      );
  }

  /** A full day: meetings one after another, some of them every week. */
  rush(random: () => number): void {
    const calendar = pick(random, this.calendars());
    if (calendar === undefined) return;
    const first = this.#fields(random);
    let { time } = first;
    for (let count = between(random, 3, 6); count > 0; count--) {
      const rrule = random() < 0.3 ? rruleOf(random) : null;
      this.#create(calendar, { ...first, title: this.#word('Title'), time }, rrule, this.#uid());
      time = after(time, between(random, 0, 1) * HALF_HOUR, between(random, 1, 3) * HALF_HOUR);
    }
  }

  /** One meeting in two people's calendars. */
  invite(random: () => number): void {
    const calendars = this.calendars();
    const uid = this.#uid();
    const fields = this.#fields(random);
    const first = between(random, 0, calendars.length - 1);
    const rrule = random() < 0.2 ? rruleOf(random) : null;
    for (const index of [first, (first + 1) % calendars.length]) {
      const calendar = calendars[index];
      if (calendar !== undefined) this.#create(calendar, fields, rrule, uid);
    }
  }

  move(random: () => number): void {
    const time = this.#time(random);
    this.#eachCopy(random, ({ rrule, fields }) =>
      rrule === null && fields.time.kind === time.kind ? { time } : {},
    );
  }

  /** One of the invited moves a meeting, and the others' calendars do not follow. */
  moveOne(random: () => number): void {
    const time = this.#time(random);
    const invited = this.events().filter(
      (event) =>
        event.rrule === null &&
        event.fields.time.kind === time.kind &&
        this.#copies(event).length > 1,
    );
    const event = pick(random, invited);
    if (event !== undefined) this.#moveAlone(event, time);
  }

  /** The newest meetings are taken back. */
  undo(): void {
    const newest = this.events()
      .filter(({ rrule }) => rrule === null)
      .slice(-3);
    for (const event of newest)
      for (const copy of this.#copies(event)) this.#rig.world.deleteEvent(copy.calendarId, copy.id);
  }

  /** One of several meetings in a row is moved away. */
  reschedule(random: () => number): void {
    const events = this.events();
    const inARow = events.filter((event) =>
      events.some(
        ({ calendarId, fields }) =>
          calendarId === event.calendarId && fields.time.end === event.fields.time.start,
      ),
    );
    const time = this.#time(random);
    const event = pick(random, inARow);
    if (event !== undefined && event.rrule === null && event.fields.time.kind === time.kind)
      this.#moveAlone(event, time);
  }

  /** Of copies that begin together and end at different times, any may cast the block: that is no case for an oracle. */
  #moveAlone({ calendarId, id, uid }: WorldEvent, time: WorldTime): void {
    const together = this.events().some(
      (other) => other.uid === uid && other.id !== id && other.fields.time.start === time.start,
    );
    if (!together) this.#rig.world.updateEvent(calendarId, id, { time });
  }

  edit(random: () => number): void {
    const change = pick(random, [
      { title: this.#word('Title') },
      { location: this.#word('Place') },
      { showAs: pick(random, ['free', 'busy', 'oof', 'tentative'] as const) ?? 'busy' },
      { sensitivity: pick(random, ['normal', 'private'] as const) ?? 'normal' },
    ]);
    this.#eachCopy(random, () => change ?? {});
  }

  /** Only one of the invited answers. */
  answer(random: () => number): void {
    const event = pick(random, this.events());
    const response = pick(random, ['declined', 'accepted', 'tentative'] as const) ?? 'accepted';
    if (event === undefined) return;
    this.#rig.world.updateEvent(event.calendarId, event.id, {
      response,
      organizer: { name: 'Host', email: 'host@else.example' },
      attendees: [{ name: 'Host', email: 'host@else.example', response: 'organizer' }],
    });
  }

  remove(random: () => number): void {
    const event = pick(random, this.events());
    for (const copy of this.#copies(event)) this.#rig.world.deleteEvent(copy.calendarId, copy.id);
  }

  /** One occurrence of a series is deleted or moved. */
  occurrence(random: () => number): void {
    const series = pick(
      random,
      this.events().filter(({ rrule }) => rrule !== null),
    );
    const one = series === undefined ? undefined : pick(random, this.#occurrences(series));
    const drop = random() < 0.6;
    const time = this.#time(random);
    for (const copy of this.#copies(series)) {
      if (one?.originalStart == null) continue;
      if (drop) this.#rig.world.deleteOccurrence(copy.calendarId, copy.id, one.originalStart);
      else if (one.fields.time.kind === time.kind)
        this.#rig.world.updateOccurrence(copy.calendarId, copy.id, one.originalStart, { time });
    }
  }

  split(random: () => number): void {
    const series = pick(
      random,
      this.events().filter(({ rrule }) => rrule !== null),
    );
    if (series === undefined || this.#copies(series).length > 1) return;
    const later = this.#occurrences(series)
      .slice(1)
      .find(({ isException }) => !isException);
    if (later?.originalStart != null)
      this.#rig.world.splitSeries(series.calendarId, series.id, later.originalStart, {
        title: this.#word('Title'),
      });
  }

  #eachCopy(random: () => number, change: (event: WorldEvent) => Partial<WorldFields>): void {
    const event = pick(random, this.events());
    for (const copy of this.#copies(event))
      this.#rig.world.updateEvent(copy.calendarId, copy.id, change(copy));
  }

  #copies(event: WorldEvent | undefined): readonly WorldEvent[] {
    return event === undefined ? [] : this.events().filter(({ uid }) => uid === event.uid);
  }

  #occurrences(event: WorldEvent): ReturnType<CloudRig['world']['occurrencesOf']> {
    const now = this.#rig.clock.now();
    return this.#rig.world.occurrencesOf(event, now, now + 30 * DAY);
  }

  /** An event with what nobody but its calendar may show. */
  put(random: () => number, calendar: WorldCalendar, time: WorldTime, rrule: string | null): void {
    this.#create(calendar, { ...this.#fields(random), time }, rrule, this.#uid());
  }

  #create(calendar: WorldCalendar, fields: WorldFields, rrule: string | null, uid: string): void {
    this.#rig.world.createEvent({ calendarId: calendar.id, uid, rrule, fields });
  }

  #uid(): string {
    return `uid-${(this.#made += 1)}@people.example`;
  }

  /** Unlike any other, so that it is known wherever it turns up. */
  #word(kind: string): string {
    return `${kind} zq${(this.#made += 1)}x`;
  }

  #fields(random: () => number): WorldFields {
    return {
      title: this.#word('Title'),
      description: this.#word('Words'),
      location: this.#word('Place'),
      time: this.#time(random),
      showAs: pick(random, ['busy', 'busy', 'busy', 'free', 'tentative', 'oof'] as const) ?? 'busy',
      sensitivity: random() < 0.15 ? 'private' : 'normal',
      response: 'none',
      cancelled: false,
      categories: [],
      colorId: null,
      organizer: null,
      attendees: [],
      onlineMeetingUrl: null,
      reminderMinutes: 10,
      eventType: 'default',
      properties: {},
    };
  }

  #time(random: () => number): WorldTime {
    const today = Math.floor(this.#rig.clock.now() / DAY) * DAY;
    const day = today + between(random, 1, 25) * DAY;
    if (random() < 0.12) {
      const end = day + between(random, 1, 2) * DAY;
      return { kind: 'allDay', start: isoDate(day), end: isoDate(end) };
    }
    const start = day + between(random, 14, 34) * HALF_HOUR;
    const end = start + between(random, 1, 4) * HALF_HOUR;
    return { kind: 'timed', start: isoWall(start), end: isoWall(end), zone: 'UTC' };
  }
}

function rruleOf(random: () => number): string {
  return `FREQ=${random() < 0.5 ? 'DAILY' : 'WEEKLY'};COUNT=${between(random, 2, 5)}`;
}

/** A time that begins so long after another one ends, and lasts so long; whole days follow each other. */
function after(time: WorldTime, gap: number, length: number): WorldTime {
  if (time.kind === 'allDay')
    return { kind: 'allDay', start: time.end, end: isoDate(Date.parse(time.end) + DAY) };
  const start = Date.parse(`${time.end}Z`) + gap;
  return { ...time, start: isoWall(start), end: isoWall(start + length) };
}

function isoDate(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

function isoWall(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19);
}
