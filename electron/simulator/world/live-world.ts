/**
 * The world in memory: carries out what people and facades do, keeps each calendar's change log and the tombstones.
 * It never speaks a provider's language and never decides who may do what; that is the facades' part.
 */
import { Directory } from './directory.ts';
import type { WorldDump } from './dump.ts';
import {
  changedFields,
  changedOccurrence,
  occurrenceKey,
  withoutOccurrence,
} from './event-change.ts';
import { byStart, occurrenceAt } from './event-occurrences.ts';
import { eventSpan } from './event-span.ts';
import { ExpansionCache } from './expansion-cache.ts';
import { PastWorld } from './past-world.ts';
import { checkRule } from './series.ts';
import { split } from './split.ts';
import type {
  NewEvent,
  World,
  WorldAccount,
  WorldCalendar,
  WorldChange,
  WorldEvent,
  WorldFields,
  WorldOccurrence,
} from './types.ts';
import { checkTime } from './wall-clock.ts';
import { WorldError } from './world-error.ts';

export interface WorldDeps {
  /** The world's clock, ms since the epoch. */
  readonly now: () => number;
  /** A new id, unique among all it ever gave. */
  readonly newId: () => string;
}

type Change = Partial<Omit<WorldEvent, 'id' | 'calendarId' | 'version' | 'updatedAt'>>;
type Spans = readonly (readonly [number, number])[] | null;

export class LiveWorld implements World {
  readonly #deps: WorldDeps;
  readonly #directory: Directory;
  readonly #expansions = new ExpansionCache();

  constructor(deps: WorldDeps, dump?: WorldDump) {
    this.#deps = deps;
    this.#directory = new Directory(dump);
  }

  now(): number {
    return this.#deps.now();
  }

  accounts(): readonly WorldAccount[] {
    return this.#directory.accounts();
  }

  account(email: string): WorldAccount | undefined {
    return this.#directory.account(email);
  }

  accountByToken(token: string): WorldAccount | undefined {
    return this.#directory.accountByToken(token);
  }

  addAccount(account: Omit<WorldAccount, 'revoked'>): WorldAccount {
    return this.#directory.addAccount({ ...account, revoked: false });
  }

  setRevoked(email: string, revoked: boolean): void {
    this.#directory.setRevoked(email, revoked);
  }

  calendars(accountEmail: string): readonly WorldCalendar[] {
    return this.#directory.calendars(accountEmail);
  }

  calendar(id: string): WorldCalendar | undefined {
    return this.#directory.find(id)?.calendar;
  }

  addCalendar(calendar: Omit<WorldCalendar, 'deleted'>): WorldCalendar {
    return this.#directory.addCalendar({ ...calendar, deleted: false });
  }

  updateCalendar(
    id: string,
    patch: Partial<Pick<WorldCalendar, 'name' | 'access' | 'deleted' | 'sharedWith'>>,
  ): void {
    const shelf = this.#directory.shelf(id);
    shelf.calendar = { ...shelf.calendar, ...patch };
  }

  event(calendarId: string, eventId: string): WorldEvent | undefined {
    return this.#directory.find(calendarId)?.event(eventId);
  }

  events(calendarId: string): readonly WorldEvent[] {
    return this.#directory.find(calendarId)?.alive() ?? [];
  }

  eventByTransaction(calendarId: string, transactionId: string): WorldEvent | undefined {
    return this.#directory.find(calendarId)?.byTransaction(transactionId);
  }

  occurrences(calendarId: string, start: number, end: number): readonly WorldOccurrence[] {
    return this.events(calendarId)
      .flatMap((event) => this.occurrencesOf(event, start, end))
      .sort(byStart);
  }

  occurrencesOf(event: WorldEvent, start: number, end: number): readonly WorldOccurrence[] {
    return this.#expansions.occurrences(event, this.#zone(event), start, end);
  }

  createEvent(event: NewEvent): WorldEvent {
    // Refuses an unknown calendar before the id is taken.
    this.#directory.shelf(event.calendarId);
    check(event.fields, event.rrule);
    const at = this.now();
    const created: WorldEvent = {
      overrides: {},
      deletedOccurrences: [],
      transactionId: null,
      ...event,
      id: this.#directory.takeId(event.id ?? this.#deps.newId()),
      version: 1,
      createdAt: at,
      updatedAt: at,
      deleted: false,
    };
    this.#keep(created, [], this.#spans(created));
    return created;
  }

  updateEvent(
    calendarId: string,
    eventId: string,
    patch: Partial<WorldFields>,
    rrule?: string | null,
  ): WorldEvent {
    const event = this.#alive(calendarId, eventId);
    const change = changedFields(event, patch, rrule === undefined ? event.rrule : rrule);
    check(change.fields, change.rrule);
    return this.#replace(event, change);
  }

  deleteEvent(calendarId: string, eventId: string): void {
    this.#replace(this.#alive(calendarId, eventId), { deleted: true });
  }

  updateOccurrence(
    calendarId: string,
    eventId: string,
    originalStart: string,
    patch: Partial<WorldFields>,
  ): WorldEvent {
    const event = this.#alive(calendarId, eventId);
    const { key, change } = changedOccurrence(event, originalStart, patch);
    if (patch.time !== undefined) checkTime(patch.time);
    return this.#replaceOccurrence(event, key, change);
  }

  deleteOccurrence(calendarId: string, eventId: string, originalStart: string): WorldEvent {
    const event = this.#alive(calendarId, eventId);
    const { key, change } = withoutOccurrence(event, originalStart);
    return this.#replaceOccurrence(event, key, change);
  }

  splitSeries(
    calendarId: string,
    eventId: string,
    originalStart: string,
    patch: Partial<WorldFields>,
  ): WorldEvent {
    const event = this.#alive(calendarId, eventId);
    const { key, rrule } = occurrenceKey(event, originalStart);
    const { earlier, later } = split(event, rrule, key, patch, this.#deps.newId());
    check(later.fields, later.rrule);
    this.#replace(event, earlier ?? { deleted: true });
    return this.createEvent(later);
  }

  rewriteVersion(calendarId: string, eventId: string): void {
    this.#replace(this.#alive(calendarId, eventId), {});
  }

  sequence(calendarId: string): number {
    return this.#directory.find(calendarId)?.sequence() ?? 0;
  }

  changesSince(calendarId: string, sequence: number): readonly WorldChange[] {
    return this.#directory.find(calendarId)?.changesSince(sequence) ?? [];
  }

  past(ms: number): PastWorld {
    return new PastWorld(this, (id) => this.#directory.find(id), this.now() - ms);
  }

  dump(): WorldDump {
    return this.#directory.dump();
  }

  #alive(calendarId: string, eventId: string): WorldEvent {
    const event = this.event(calendarId, eventId);
    if (event === undefined || event.deleted)
      throw new WorldError('notFound', `No event ${eventId} in calendar ${calendarId}`);
    return event;
  }

  #replace(event: WorldEvent, change: Change): WorldEvent {
    const next = this.#next(event, change);
    this.#keep(next, [], joined(this.#spans(event), this.#spans(next)));
    return next;
  }

  #replaceOccurrence(event: WorldEvent, key: string, change: Change): WorldEvent {
    const next = this.#next(event, change);
    const spans = [...this.#placeOf(event, key), ...this.#placeOf(next, key)];
    this.#keep(next, [key], spans);
    return next;
  }

  #next(event: WorldEvent, change: Change): WorldEvent {
    return { ...event, ...change, version: event.version + 1, updatedAt: this.now() };
  }

  /** The spans are worked out before this is called: a rule that cannot be expanded must leave no trace. */
  #keep(event: WorldEvent, occurrences: readonly string[], before: Spans): void {
    const shelf = this.#directory.shelf(event.calendarId);
    shelf.put(event, this.now());
    shelf.record({ eventId: event.id, occurrences, before }, this.now());
  }

  #spans(event: WorldEvent): Spans {
    const span = eventSpan(event, this.#zone(event));
    return span === null ? null : [span];
  }

  /** Where one occurrence lies, wherever it was moved to; empty where it is deleted. */
  #placeOf(event: WorldEvent, key: string): readonly (readonly [number, number])[] {
    const one = occurrenceAt(event, this.#zone(event), key);
    return one === null ? [] : [[one.start, one.end]];
  }

  #zone(event: WorldEvent): string {
    return this.#directory.shelf(event.calendarId).calendar.zone;
  }
}

function check(fields: WorldFields, rrule: string | null): void {
  checkTime(fields.time);
  if (rrule !== null) checkRule(fields.time, rrule);
}

function joined(before: Spans, after: Spans): Spans {
  return before === null || after === null ? null : [...before, ...after];
}
