import type { CloudResponse, Fault } from '../cloud.ts';
import { shownAccount } from '../other-account.ts';
import type {
  World,
  WorldAccount,
  WorldCalendar,
  WorldEvent,
  WorldFields,
} from '../world/types.ts';
import { EventList } from './event-list.ts';
import { fieldsFrom, parseBody } from './google-body.ts';
import {
  cancelled,
  etagOf,
  googleMaster,
  googleOccurrence,
  readInstanceId,
} from './google-event.ts';
import { GoogleFault, json } from './google-error.ts';

const DAY_MS = 86_400_000;

/** One request to one person's calendars, already routed and authorised. */
export interface ServiceCall {
  readonly account: WorldAccount;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly fault: Fault | null;
}

/** What Google Calendar does, in Google's words. */
export class CalendarService {
  readonly #world: World;
  readonly #list: EventList;
  /** Invitations that would have gone out. Must stay at 0 for a program that only writes blocks. */
  mails = 0;

  constructor(world: World) {
    this.#world = world;
    this.#list = new EventList(world);
  }

  calendars({ account, query, fault }: ServiceCall): CloudResponse {
    const all = this.#own(shownAccount(this.#world, account, fault)).map((calendar) => ({
      kind: 'calendar#calendarListEntry',
      etag: '"1"',
      id: calendar.id,
      summary: calendar.name,
      timeZone: calendar.zone,
      accessRole: calendar.access,
      backgroundColor: calendar.color,
      selected: true,
      ...(calendar.isDefault ? { primary: true } : {}),
    }));
    const size = Math.min(Number(query.get('maxResults') ?? 100), 250);
    const offset = Number(query.get('pageToken') ?? 0);
    const more = offset + size < all.length;
    return json(200, {
      kind: 'calendar#calendarList',
      items: all.slice(offset, offset + size),
      ...(more ? { nextPageToken: String(offset + size) } : {}),
    });
  }

  calendarOf(account: WorldAccount, id: string): WorldCalendar {
    const found = this.#own(account).find((calendar) =>
      id === 'primary' ? calendar.isDefault : calendar.id === id,
    );
    if (found === undefined) throw new GoogleFault(404, 'notFound');
    return found;
  }

  list(calendar: WorldCalendar, { query, fault }: ServiceCall): CloudResponse {
    if (calendar.access === 'freeBusyReader') throw new GoogleFault(403, 'requiredAccessLevel');
    return json(200, this.#list.read(calendar, query, fault));
  }

  get(calendar: WorldCalendar, id: string): CloudResponse {
    const event = this.#world.event(calendar.id, id);
    // A deleted event is told about for a while, as cancelled.
    if (event?.deleted === true) return json(200, cancelled(id, event));
    if (event !== undefined) return json(200, googleMaster(event, calendar));
    return json(200, googleOccurrence(this.#instance(calendar, id), calendar));
  }

  insert(calendar: WorldCalendar, { body, query }: ServiceCall): CloudResponse {
    requireWritable(calendar);
    const sent = parseBody(body);
    if (sent.start === undefined || sent.end === undefined) throw new GoogleFault(400, 'required');
    if (sent.id !== undefined && this.#world.event(calendar.id, sent.id) !== undefined)
      throw new GoogleFault(409, 'duplicate');
    this.#mail(sent.attendees ?? [], query);
    const event = this.#world.createEvent({
      ...(sent.id === undefined ? {} : { id: sent.id }),
      calendarId: calendar.id,
      uid: `${sent.id ?? `${this.#world.now()}-${this.#world.sequence(calendar.id)}`}@google.example`,
      fields: fieldsFrom(sent, emptyFields(calendar)),
      rrule: null,
    });
    return json(200, googleMaster(event, calendar));
  }

  patch(calendar: WorldCalendar, id: string, { body, headers, query }: ServiceCall): CloudResponse {
    requireWritable(calendar);
    const sent = parseBody(body);
    const event = this.#world.event(calendar.id, id);
    if (event === undefined) {
      const occurrence = this.#instance(calendar, id);
      requireMatch(occurrence.event, headers);
      const after = this.#world.updateOccurrence(
        calendar.id,
        occurrence.event.id,
        occurrence.originalStart ?? '',
        fieldsFrom(sent, occurrence.fields),
      );
      return json(200, googleMaster(after, calendar));
    }
    if (event.deleted) throw new GoogleFault(403, 'forbidden');
    requireMatch(event, headers);
    this.#mail([...(sent.attendees ?? []), ...event.fields.attendees], query);
    return json(
      200,
      googleMaster(
        this.#world.updateEvent(calendar.id, id, fieldsFrom(sent, event.fields)),
        calendar,
      ),
    );
  }

  remove(calendar: WorldCalendar, id: string, { headers, query }: ServiceCall): CloudResponse {
    requireWritable(calendar);
    const event = this.#world.event(calendar.id, id);
    if (event === undefined) {
      const occurrence = this.#instance(calendar, id);
      requireMatch(occurrence.event, headers);
      this.#world.deleteOccurrence(
        calendar.id,
        occurrence.event.id,
        occurrence.originalStart ?? '',
      );
    } else {
      if (event.deleted) throw new GoogleFault(410, 'deleted');
      requireMatch(event, headers);
      this.#mail(event.fields.attendees, query);
      this.#world.deleteEvent(calendar.id, id);
    }
    return { status: 204, headers: {}, body: '' };
  }

  #instance(calendar: WorldCalendar, id: string): ReturnType<World['occurrencesOf']>[number] {
    const name = readInstanceId(id);
    const event = name === null ? undefined : this.#world.event(calendar.id, name.eventId);
    if (name === null || event === undefined || event.deleted)
      throw new GoogleFault(404, 'notFound');
    const at = Date.parse(name.originalStart);
    const found = this.#world
      .occurrencesOf(event, at - 400 * DAY_MS, at + 400 * DAY_MS)
      .find(({ originalStart }) => originalStart === name.originalStart);
    if (found === undefined) throw new GoogleFault(404, 'notFound');
    return found;
  }

  #mail(attendees: readonly unknown[], query: URLSearchParams): void {
    if (attendees.length > 0 && query.get('sendUpdates') !== 'none') this.mails += 1;
  }

  #own(account: WorldAccount): readonly WorldCalendar[] {
    return this.#world.calendars(account.email).filter(({ deleted }) => !deleted);
  }
}

function requireWritable({ access }: WorldCalendar): void {
  if (access !== 'owner' && access !== 'writer') throw new GoogleFault(403, 'requiredAccessLevel');
}

function requireMatch(event: WorldEvent, headers: Readonly<Record<string, string>>): void {
  const expected = headers['if-match'];
  if (expected !== undefined && expected !== '*' && expected !== etagOf(event))
    throw new GoogleFault(412, 'conditionNotMet');
}

function emptyFields(calendar: WorldCalendar): WorldFields {
  return {
    title: '',
    description: '',
    location: '',
    time: { kind: 'timed', start: '1970-01-01T00:00:00', end: '1970-01-01T00:00:00', zone: 'UTC' },
    showAs: 'busy',
    sensitivity: 'normal',
    response: 'none',
    cancelled: false,
    categories: [],
    colorId: null,
    organizer: { name: '', email: calendar.accountEmail },
    attendees: [],
    onlineMeetingUrl: null,
    reminderMinutes: 10,
    eventType: 'default',
    properties: {},
  };
}
