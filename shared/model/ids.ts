import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Brand } from './brand.ts';

/** One sign-in; the same on every device of its owner: derived from provider and address. */
export type AccountId = Brand<string, 'AccountId'>;
/** One calendar of one account; derived from the id under which the provider first showed it. */
export type CalendarId = Brand<string, 'CalendarId'>;
/** A digest of the provider's event id, so that no id of a source is kept or sent anywhere. */
export type EventId = Brand<string, 'EventId'>;
/** The identity of a meeting across calendars and providers: a digest of its normalised iCalendar UID. */
export type MeetingKey = Brand<string, 'MeetingKey'>;
/** A rule's id, chosen by its author: stable across export and import. */
export type RuleId = Brand<string, 'RuleId'>;
/** A vault's public, random name, written into each marker (32 hex digits). */
export type VaultId = Brand<string, 'VaultId'>;
/** HMAC-SHA256 over a block's identity, 64 hex digits (sync-engine.md, Identity). */
export type BlockKey = Brand<string, 'BlockKey'>;

/** The first 128 bits of SHA-256 of the parts, as hex; parts are separated, so ('ab','c') differs from ('a','bc'). */
export function digest(...parts: readonly string[]): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(parts)))).slice(0, 32);
}

export function accountIdOf(provider: string, email: string): AccountId {
  return `${provider}-${digest(provider, email.trim().toLowerCase()).slice(0, 12)}` as AccountId;
}

/** `remoteId` is compared byte for byte: provider ids are case-sensitive (providers.md 2.1). */
export function calendarIdOf(account: AccountId, remoteId: string): CalendarId {
  return `${account}:${digest(remoteId).slice(0, 16)}` as CalendarId;
}

export function eventIdOf(remoteId: string): EventId {
  return digest(remoteId) as EventId;
}
