import type { Instant } from '../time/instant.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { CalendarId, EventId, MeetingKey } from './ids.ts';

/** When something happens. All-day stays a pair of dates (end exclusive): it has no instant before a zone is chosen. */
export type EventTime =
  | { readonly kind: 'timed'; readonly start: Instant; readonly end: Instant }
  | { readonly kind: 'allDay'; readonly start: PlainDate; readonly end: PlainDate };

export const showAsValues = [
  'free',
  'tentative',
  'busy',
  'oof',
  'workingElsewhere',
  'unknown',
] as const;
export type ShowAs = (typeof showAsValues)[number];

export const responseValues = [
  'none',
  'organizer',
  'accepted',
  'tentative',
  'notResponded',
  'declined',
] as const;
/** The calendar owner's own answer to an invitation; `none` where there was no invitation. */
export type Response = (typeof responseValues)[number];

export const visibilityValues = [
  'default',
  'public',
  'personal',
  'private',
  'confidential',
] as const;
export type Visibility = (typeof visibilityValues)[number];

export const eventKindValues = [
  'default',
  'outOfOffice',
  'focusTime',
  'workingLocation',
  'birthday',
  'fromGmail',
] as const;
/** Google's `eventType`; Microsoft events are `default`. */
export type EventKind = (typeof eventKindValues)[number];

/** The texts of an event. Null means "not kept": no active rule needs it (security.md P8), or there is none. */
export interface EventText {
  readonly title: string | null;
  readonly location: string | null;
  /** Plain text; markup was removed at the provider's border. */
  readonly description: string | null;
}

/** Which private fields a calendar's rules really need; all else is dropped at the provider's border. */
export interface FieldNeeds {
  readonly title: boolean;
  readonly location: boolean;
  readonly description: boolean;
  readonly organizer: boolean;
  readonly categories: boolean;
}

/**
 * One event, or one occurrence of a series, inside the window: what a provider holds, normalised.
 * Never one of our own blocks; `foreignBlock` marks a block that another vault wrote.
 */
export interface CalendarEvent {
  readonly id: EventId;
  readonly calendar: CalendarId;
  /** Null where the provider gave no UID. */
  readonly meeting: MeetingKey | null;
  /** The original start of an occurrence of a series (ISO instant or date), `''` for a single event. Survives moves. */
  readonly occurrence: string;
  /** The series this belongs to; null for a single event. */
  readonly series: EventId | null;
  readonly time: EventTime;
  readonly showAs: ShowAs;
  readonly response: Response;
  readonly visibility: Visibility;
  readonly kind: EventKind;
  readonly cancelled: boolean;
  readonly foreignBlock: boolean;
  /** People invited besides the owner. */
  readonly attendeeCount: number;
  /** Domain of the organizer's address, lower case; null if unknown or not kept. */
  readonly organizerDomain: string | null;
  /** Outlook categories, or Google's colour id as the single entry; empty if not kept. */
  readonly categories: readonly string[];
  readonly text: EventText;
}
