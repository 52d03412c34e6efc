import type { EventTime, ShowAs } from './event.ts';
import type { CalendarId, EventId, RuleId } from './ids.ts';
import type { Marker } from './marker.ts';

/**
 * All that a busy block shows: the allow-list. A block is built from this type and never copied from an event,
 * so what is not named here cannot leave (security.md I1).
 */
export interface BlockContent {
  readonly time: EventTime;
  readonly title: string;
  readonly location: string | null;
  /** Plain text. */
  readonly description: string | null;
  /** Rules never ask for `free` or `unknown`; a block that somebody edited may show them. */
  readonly showAs: ShowAs;
  /** Second layer only: asks the provider to hide details from those who see the target calendar. */
  readonly private: boolean;
  /** An Outlook category, or a Google colour id, of the target; null for the target's default. */
  readonly color: string | null;
}

/** A block's identity in words of this profile; the block key is the HMAC of it. */
export interface Slot {
  readonly rule: RuleId;
  readonly target: CalendarId;
  readonly sourceCalendar: CalendarId;
  readonly sourceEvent: EventId;
  /** The source's occurrence, plus the day where one event casts several blocks (`…#2026-05-04`). */
  readonly occurrence: string;
}

/** A block as a provider returned it. `content` is what a reader of the target sees now. */
export interface RemoteBlock {
  readonly remoteId: string;
  readonly etag: string | null;
  readonly marker: Marker;
  readonly content: BlockContent;
}

/**
 * An event that carries a marker, whatever else it shows. `content` is null where it can't be understood, or is a
 * whole series: a person or another program made it so. It is enough to remove it by.
 */
export type MarkedEvent = Omit<RemoteBlock, 'content'> & { readonly content: BlockContent | null };

/**
 * One text per content: equal contents give equal texts, on every device. The ledger keeps and compares it.
 * White space at line ends and ends of text is folded, since providers rewrite it.
 */
export function canonicalContent(content: BlockContent): string {
  const { time } = content;
  return JSON.stringify([
    time.kind,
    time.start,
    time.end,
    content.title,
    foldSpace(content.location),
    foldSpace(content.description),
    content.showAs,
    content.private,
    content.color,
  ]);
}

function foldSpace(text: string | null): string | null {
  if (text === null) return null;
  const folded = text.replace(/[ \t]*\r?\n/g, '\n').trim();
  return folded === '' ? null : folded;
}
