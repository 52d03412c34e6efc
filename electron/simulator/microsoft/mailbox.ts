import type { CloudResponse, Fault } from '../cloud.ts';
import { shownAccount } from '../other-account.ts';
import type {
  World,
  WorldAccount,
  WorldCalendar,
  WorldEvent,
  WorldFields,
  WorldOccurrence,
} from '../world/types.ts';
import { dateOf, type DeltaFeed } from './delta.ts';
import { fieldsFrom, parseBody } from './graph-body.ts';
import { badRequest, GraphFault, json, notFound } from './graph-error.ts';
import { etagOf, graphMaster, graphOccurrence, type View } from './graph-event.ts';
import { graphCalendar } from './graph-calendar.ts';
import { calendarWorldId, eventName, readEventName } from './graph-ids.ts';
import { propertyFilter } from './property-filter.ts';

const DAY_MS = 86_400_000;
/** Exchange touches a new event once more by itself, some seconds after it was created. */
const REWRITES_AFTER_MS = 3_000;
const PAGE = { usual: 10, max: 1000 } as const;

/** One request to one mailbox, already routed and authorised. */
export interface MailboxCall {
  readonly account: WorldAccount;
  /** Query names and values as sent. */
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly fault: Fault | null;
  /** Absolute URL up to the version: `http://127.0.0.1:4000/v1.0`. */
  readonly root: string;
  /** The path under the root, for links. */
  readonly path: string;
}

/** What a mailbox does, in Graph's words. */
export class Mailbox {
  readonly #world: World;
  readonly #delta: DeltaFeed;
  readonly #rewritten = new Set<string>();
  /** Invitations that would have gone out. Must stay at 0 for a program that only writes blocks. */
  mails = 0;

  constructor(world: World, delta: DeltaFeed) {
    this.#world = world;
    this.#delta = delta;
  }

  calendars({ account: caller, query, root, fault }: MailboxCall): CloudResponse {
    const account = shownAccount(this.#world, caller, fault);
    const all = this.#world.calendars(account.email).filter(({ deleted }) => !deleted);
    return this.#paged(
      all.map((calendar) =>
        graphCalendar(calendar, this.#world.account(calendar.accountEmail) ?? account),
      ),
      query,
      `${root}/me/calendars`,
      null,
    );
  }

  calendarOf(account: WorldAccount, graphId: string | null): WorldCalendar {
    const own = this.#world.calendars(account.email).filter(({ deleted }) => !deleted);
    const worldId = graphId === null ? null : calendarWorldId(graphId);
    const found =
      graphId === null
        ? own.find(({ isDefault }) => isDefault)
        : own.find(({ id }) => id === worldId);
    if (found === undefined) throw notFound();
    return found;
  }

  calendarView(calendar: WorldCalendar, call: MailboxCall): CloudResponse {
    this.#rewriteNew(calendar);
    const [start, end] = [dateOf(call.query, 'startDateTime'), dateOf(call.query, 'endDateTime')];
    const { fault } = call;
    const world = fault?.kind === 'stale' ? this.#world.past(fault.ms) : this.#world;
    const occurrences =
      fault?.kind === 'emptyRead' ? [] : world.occurrences(calendar.id, start, end);
    const rows = occurrences.map((occurrence) => graphOccurrence(occurrence, viewOf(call)));
    return this.#paged(
      call.fault?.kind === 'shuffle' ? rows.reverse() : rows,
      call.query,
      call.root + call.path,
      call.fault,
    );
  }

  delta(calendar: WorldCalendar, call: MailboxCall): CloudResponse {
    this.#rewriteNew(calendar);
    const size = /odata\.maxpagesize=(\d+)/i.exec(call.headers['prefer'] ?? '')?.[1];
    const page = this.#delta.page(
      calendar,
      call.query,
      viewOf(call),
      size === undefined ? null : Number(size),
      call.fault,
    );
    const link = (query: string): string => `${call.root}${call.path}?${query}`;
    return json(200, {
      value: page.value,
      ...(page.nextQuery === null ? {} : { '@odata.nextLink': link(page.nextQuery) }),
      ...(page.deltaQuery === null ? {} : { '@odata.deltaLink': link(page.deltaQuery) }),
    });
  }

  /** Single events and masters; a filter on a hidden property looks at all of them. */
  events(calendar: WorldCalendar, call: MailboxCall): CloudResponse {
    const filter = propertyFilter(call.query.get('$filter'));
    const rows = this.#world
      .events(calendar.id)
      .filter(({ fields }) => filter === null || filter(fields))
      .map((event) => this.#single(event, viewOf(call)));
    return this.#paged(rows, call.query, call.root + call.path, call.fault);
  }

  get(calendar: WorldCalendar | null, graphId: string, call: MailboxCall): CloudResponse {
    const { event, occurrence } = this.#find(call.account, calendar, graphId);
    return json(
      200,
      occurrence === null
        ? this.#single(event, viewOf(call))
        : graphOccurrence(occurrence, viewOf(call)),
    );
  }

  create(calendar: WorldCalendar, call: MailboxCall): CloudResponse {
    requireWritable(calendar);
    const sent = parseBody(call.body);
    if (sent.start === undefined || sent.end === undefined)
      throw badRequest('ErrorPropertyValidationFailure');
    const { transactionId } = sent;
    const before =
      transactionId === undefined
        ? undefined
        : this.#world.eventByTransaction(calendar.id, transactionId);
    if (before !== undefined) {
      if (!before.deleted) return json(201, this.#single(before, viewOf(call)));
      const named = {
        '@event.existingEventId': eventName(
          { eventId: before.id, occurrence: null },
          viewOf(call).immutable,
        ),
      };
      throw new GraphFault(409, 'ErrorDuplicateTransactionId', { error: named });
    }
    if ((sent.attendees ?? []).length > 0) this.mails += 1;
    const event = this.#world.createEvent({
      calendarId: calendar.id,
      uid: `${this.#world.now().toString(36)}-${transactionId ?? String(this.#world.sequence(calendar.id))}`,
      fields: fieldsFrom(sent, emptyFields(call.account)),
      rrule: null,
      ...(transactionId === undefined ? {} : { transactionId }),
    });
    return json(201, this.#single(event, viewOf(call)));
  }

  update(calendar: WorldCalendar | null, graphId: string, call: MailboxCall): CloudResponse {
    const { event, occurrence, calendar: own } = this.#find(call.account, calendar, graphId);
    requireWritable(own);
    requireMatch(event, call);
    const sent = parseBody(call.body);
    if (sent.transactionId !== undefined) throw badRequest('ErrorInvalidRequest');
    if ((sent.attendees ?? []).length > 0 || event.fields.attendees.length > 0) this.mails += 1;
    const fields = fieldsFrom(sent, occurrence?.fields ?? event.fields);
    const key = occurrence?.originalStart ?? null;
    const after =
      key === null
        ? this.#world.updateEvent(own.id, event.id, fields)
        : this.#world.updateOccurrence(own.id, event.id, key, fields);
    return json(200, this.#single(after, viewOf(call)));
  }

  remove(calendar: WorldCalendar | null, graphId: string, call: MailboxCall): CloudResponse {
    const { event, occurrence, calendar: own } = this.#find(call.account, calendar, graphId);
    requireWritable(own);
    requireMatch(event, call);
    if (event.fields.attendees.length > 0) this.mails += 1;
    const key = occurrence?.originalStart ?? null;
    if (key === null) this.#world.deleteEvent(own.id, event.id);
    else this.#world.deleteOccurrence(own.id, event.id, key);
    return { status: 204, headers: {}, body: '' };
  }

  #find(
    account: WorldAccount,
    calendar: WorldCalendar | null,
    graphId: string,
  ): { event: WorldEvent; occurrence: WorldOccurrence | null; calendar: WorldCalendar } {
    const name = readEventName(graphId);
    const among =
      calendar === null
        ? this.#world.calendars(account.email).filter(({ deleted }) => !deleted)
        : [calendar];
    for (const one of name === null ? [] : among) {
      const event = this.#world.event(one.id, name?.eventId ?? '');
      if (event === undefined || event.deleted) continue;
      if (name === null || name.occurrence === null)
        return { event, occurrence: null, calendar: one };
      const at = Date.parse(name.occurrence);
      const occurrence = this.#world
        .occurrencesOf(event, at - 400 * DAY_MS, at + 400 * DAY_MS)
        .find(({ originalStart }) => originalStart === name.occurrence);
      if (occurrence !== undefined) return { event, occurrence, calendar: one };
    }
    throw notFound();
  }

  #single(event: WorldEvent, view: View): Record<string, unknown> {
    const year = 366 * DAY_MS;
    const from = Date.parse(`${event.fields.time.start.slice(0, 10)}T00:00:00Z`) - 2 * DAY_MS;
    const [first] = this.#world.occurrencesOf(event, from, from + year);
    return event.rrule === null && first !== undefined
      ? graphOccurrence(first, view)
      : graphMaster(event, first, view);
  }

  #rewriteNew(calendar: WorldCalendar): void {
    for (const { id, version, createdAt } of this.#world.events(calendar.id)) {
      if (
        version !== 1 ||
        this.#rewritten.has(id) ||
        this.#world.now() - createdAt < REWRITES_AFTER_MS
      )
        continue;
      this.#rewritten.add(id);
      this.#world.rewriteVersion(calendar.id, id);
    }
  }

  #paged(
    rows: readonly object[],
    query: URLSearchParams,
    url: string,
    fault: Fault | null,
  ): CloudResponse {
    const size = Math.min(Number(query.get('$top') ?? PAGE.usual), PAGE.max);
    const offset = Number(query.get('$skip') ?? 0);
    const value = rows.slice(offset, offset + size);
    const next = new URLSearchParams(query);
    const loops = fault?.kind === 'loopPage';
    next.set('$skip', String(loops ? offset : offset + size));
    return json(200, {
      value: fault?.kind === 'repeatPage' ? [...value, ...value] : value,
      ...(loops || offset + size < rows.length
        ? { '@odata.nextLink': `${url}?${next.toString()}` }
        : {}),
    });
  }
}

function viewOf({ account, headers, query }: MailboxCall): View {
  const filter = /^singleValueExtendedProperties\(\$filter=id eq '([^']+)'\)$/.exec(
    query.get('$expand') ?? '',
  );
  return {
    immutable: /IdType="ImmutableId"/i.test(headers['prefer'] ?? ''),
    email: account.email,
    property: filter?.[1] ?? null,
  };
}

function requireWritable({ access }: WorldCalendar): void {
  if (access !== 'owner' && access !== 'writer') throw new GraphFault(403, 'ErrorAccessDenied');
}

function requireMatch(event: WorldEvent, { headers }: MailboxCall): void {
  const expected = headers['if-match'];
  if (expected !== undefined && expected !== '*' && expected !== etagOf(event)) {
    throw new GraphFault(412, 'ErrorIrresolvableConflict');
  }
}

function emptyFields({ name, email }: WorldAccount): WorldFields {
  return {
    title: '',
    description: '',
    location: '',
    time: { kind: 'timed', start: '1970-01-01T00:00:00', end: '1970-01-01T00:00:00', zone: 'UTC' },
    showAs: 'busy',
    sensitivity: 'normal',
    response: 'organizer',
    cancelled: false,
    categories: [],
    colorId: null,
    organizer: { name, email },
    attendees: [],
    onlineMeetingUrl: null,
    reminderMinutes: 15,
    eventType: 'default',
    properties: {},
  };
}
