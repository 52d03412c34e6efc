/**
 * The world behind both simulated clouds: people, calendars and events, without any provider's way of speaking.
 * The Microsoft and Google facades translate it to and from the wire.
 */

/** Wall-clock time `YYYY-MM-DDTHH:mm:ss` in an IANA zone, or a date for all-day events (end exclusive). */
export type WorldTime =
  | { readonly kind: 'timed'; readonly start: string; readonly end: string; readonly zone: string }
  | { readonly kind: 'allDay'; readonly start: string; readonly end: string };

export type WorldResponse =
  'none' | 'organizer' | 'accepted' | 'tentative' | 'notResponded' | 'declined';

export interface WorldAttendee {
  readonly name: string;
  readonly email: string;
  readonly response: WorldResponse;
}

/** The fields of an event that can differ between the occurrences of a series. */
export interface WorldFields {
  readonly title: string;
  /** Plain text. */
  readonly description: string;
  readonly location: string;
  readonly time: WorldTime;
  readonly showAs: 'free' | 'tentative' | 'busy' | 'oof' | 'workingElsewhere';
  readonly sensitivity: 'normal' | 'personal' | 'private' | 'confidential';
  /** The mailbox owner's answer. */
  readonly response: WorldResponse;
  /** Cancelled by the organizer and still shown in the attendee's calendar (Microsoft only). */
  readonly cancelled: boolean;
  readonly categories: readonly string[];
  readonly colorId: string | null;
  readonly organizer: { readonly name: string; readonly email: string } | null;
  readonly attendees: readonly WorldAttendee[];
  readonly onlineMeetingUrl: string | null;
  readonly reminderMinutes: number | null;
  readonly eventType:
    'default' | 'outOfOffice' | 'focusTime' | 'workingLocation' | 'birthday' | 'fromGmail';
  /** Hidden properties: Microsoft's single-value extended properties by id, Google's private ones by key. */
  readonly properties: Readonly<Record<string, string>>;
}

/** A single event, or the master of a series. */
export interface WorldEvent {
  /** Unique in the world and never used twice; the facades make their own ids from it or take the client's. */
  readonly id: string;
  readonly calendarId: string;
  /** iCalendar UID, shared by every mailbox that holds the meeting. */
  readonly uid: string;
  readonly fields: WorldFields;
  /** `RRULE` value without `DTSTART` (`FREQ=WEEKLY;BYDAY=MO`), or null for a single event. */
  readonly rrule: string | null;
  /** Changed occurrences by original start: ISO instant for timed series, date for all-day ones. */
  readonly overrides: Readonly<Record<string, Partial<WorldFields>>>;
  /** Original starts of deleted occurrences, in the same form. */
  readonly deletedOccurrences: readonly string[];
  /** Grows with each change; the facades' etag, changeKey and `sequence` come from it. */
  readonly version: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Client-chosen idempotency text (Graph `transactionId`), null if none. */
  readonly transactionId: string | null;
  /** Deleted events stay as tombstones, so that their ids remain taken. */
  readonly deleted: boolean;
}

/** One event as seen in a window: a single event, or one occurrence of a series with its override applied. */
export interface WorldOccurrence {
  readonly event: WorldEvent;
  /** Null for a single event; else the key used in `overrides` and `deletedOccurrences`. */
  readonly originalStart: string | null;
  readonly isException: boolean;
  readonly fields: WorldFields;
  /** UTC ms; all-day times are midnight to midnight in the calendar's zone. */
  readonly start: number;
  readonly end: number;
}

export interface WorldCalendar {
  readonly id: string;
  readonly accountEmail: string;
  readonly name: string;
  readonly zone: string;
  readonly isDefault: boolean;
  readonly access: 'owner' | 'writer' | 'reader' | 'freeBusyReader';
  readonly color: string;
  readonly deleted: boolean;
  /** Others who have it in their list, by address, with what they may do. */
  readonly sharedWith?: Readonly<Record<string, 'writer' | 'reader'>>;
}

export interface WorldAccount {
  readonly email: string;
  readonly name: string;
  readonly cloud: 'microsoft' | 'google';
  /** Microsoft 365 tenant domain, or null for Outlook.com and Google. */
  readonly tenant: string | null;
  /** The bearer token that the facades accept. */
  readonly token: string;
  /** When true every call is answered as if consent had been withdrawn. */
  readonly revoked: boolean;
}

/** One entry of a calendar's change log: event `eventId` changed (or was removed) at step `sequence`. */
export interface WorldChange {
  readonly sequence: number;
  readonly calendarId: string;
  readonly eventId: string;
  /** Occurrence keys whose deletion or change caused this entry; empty where the event as a whole changed. */
  readonly occurrences: readonly string[];
  /** Spans (UTC ms) that the event occupied before and after, as far as finite; used to tell in-window from out-of-window. */
  readonly before: readonly (readonly [number, number])[] | null;
}

export type NewEvent = Omit<
  WorldEvent,
  | 'id'
  | 'version'
  | 'createdAt'
  | 'updatedAt'
  | 'deleted'
  | 'overrides'
  | 'deletedOccurrences'
  | 'transactionId'
> &
  Partial<Pick<WorldEvent, 'id' | 'overrides' | 'deletedOccurrences' | 'transactionId'>>;

/** What people (and the facades on their behalf) can do. Every deed bumps the calendar's sequence. */
export interface World {
  /** The world's clock, ms since the epoch. */
  now(): number;
  accounts(): readonly WorldAccount[];
  account(email: string): WorldAccount | undefined;
  accountByToken(token: string): WorldAccount | undefined;
  addAccount(account: Omit<WorldAccount, 'revoked'>): WorldAccount;
  setRevoked(email: string, revoked: boolean): void;

  /** Own ones, then those that others share; these with the access that was granted. */
  calendars(accountEmail: string): readonly WorldCalendar[];
  calendar(id: string): WorldCalendar | undefined;
  addCalendar(calendar: Omit<WorldCalendar, 'deleted'>): WorldCalendar;
  updateCalendar(
    id: string,
    patch: Partial<Pick<WorldCalendar, 'name' | 'access' | 'deleted' | 'sharedWith'>>,
  ): void;

  /** Tombstones included only by `event`, never by `events` or `occurrences`. */
  event(calendarId: string, eventId: string): WorldEvent | undefined;
  events(calendarId: string): readonly WorldEvent[];
  eventByTransaction(calendarId: string, transactionId: string): WorldEvent | undefined;
  /** Occurrences that overlap [start, end) in UTC ms, sorted by start then id. */
  occurrences(calendarId: string, start: number, end: number): readonly WorldOccurrence[];
  /** Occurrences of one event; `end` bounds endless series. */
  occurrencesOf(event: WorldEvent, start: number, end: number): readonly WorldOccurrence[];

  /** Throws if the id is taken, also by a tombstone. */
  createEvent(event: NewEvent): WorldEvent;
  updateEvent(
    calendarId: string,
    eventId: string,
    patch: Partial<WorldFields>,
    rrule?: string | null,
  ): WorldEvent;
  deleteEvent(calendarId: string, eventId: string): void;
  updateOccurrence(
    calendarId: string,
    eventId: string,
    originalStart: string,
    patch: Partial<WorldFields>,
  ): WorldEvent;
  deleteOccurrence(calendarId: string, eventId: string, originalStart: string): WorldEvent;
  /** "This and following": ends the series before `originalStart` and starts a new one there with `patch`. Returns the new one. */
  splitSeries(
    calendarId: string,
    eventId: string,
    originalStart: string,
    patch: Partial<WorldFields>,
  ): WorldEvent;
  /** The cloud touches the event by itself: a new version, no change of content (providers.md 2.5). */
  rewriteVersion(calendarId: string, eventId: string): void;

  /** The newest sequence number of a calendar. */
  sequence(calendarId: string): number;
  /** Changes after `sequence`, oldest first. */
  changesSince(calendarId: string, sequence: number): readonly WorldChange[];

  /** The same events as they were `ms` ago, as a lagging replica shows them. Nothing older than this process is known. */
  past(
    ms: number,
  ): Pick<
    World,
    'event' | 'events' | 'occurrences' | 'occurrencesOf' | 'sequence' | 'changesSince' | 'now'
  >;

  /** Everything as JSON, to be kept with a profile and read back by `restoreWorld`. */
  dump(): unknown;
}
