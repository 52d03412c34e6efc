import type { AccountId, CalendarId } from './ids.ts';

/** One calendar of an account, as the engine knows it. */
export interface Calendar {
  readonly id: CalendarId;
  readonly account: AccountId;
  /** The provider's own id, byte for byte. It may change while `id` stays (providers.md 2.2). */
  readonly remoteId: string;
  readonly name: string;
  /**
   * `<account label>/<calendar name>`: what people and rule files call it. Unique in a profile, and kept when the
   * calendar is renamed.
   */
  readonly ref: string;
  readonly isDefault: boolean;
  /** Whether events can be listed with their times and states (Google `freeBusyReader` cannot). */
  readonly canRead: boolean;
  readonly canWrite: boolean;
  /** IANA zone of the calendar, if the provider tells. */
  readonly zone: string | null;
  readonly color: string | null;
  /** Address of the mailbox that it belongs to, in lower case; absent where the provider does not tell. */
  readonly owner?: string;
}
