import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Slot } from '../model/block.ts';
import type { AccountId, BlockKey } from '../model/ids.ts';

/** Identifies a slot among the blocks of one target; for look-ups inside this process, never sent or shown. */
export function slotKey(slot: Omit<Slot, 'target'>): string {
  return `${slot.rule}|${slot.sourceCalendar}|${slot.sourceEvent}|${slot.occurrence}`;
}

/**
 * The block key: HMAC-SHA256 under the vault key, so that a marker tells nothing about its source, differs between
 * targets, and is the same on every device that shares the vault.
 */
export function blockKeyOf(vaultKey: Uint8Array, slot: Slot, sourceAccount: AccountId): BlockKey {
  const material = JSON.stringify([
    'block',
    slot.rule,
    slot.target,
    sourceAccount,
    slot.sourceCalendar,
    slot.sourceEvent,
    slot.occurrence,
  ]);
  return bytesToHex(mac(vaultKey, material)) as BlockKey;
}

/** What a marker says about the content it was written with: keyed, so that a short title can't be guessed from it. */
export function fingerprintOf(vaultKey: Uint8Array, written: string): string {
  return bytesToHex(mac(vaultKey, `content\n${written}`)).slice(0, 32);
}

/** By the key's bytes, which nobody changes: taking a key in is half of what a MAC costs. */
const keyed = new WeakMap<Uint8Array, ReturnType<typeof hmac.create>>();

function mac(vaultKey: Uint8Array, text: string): Uint8Array {
  let start = keyed.get(vaultKey);
  if (start === undefined) {
    start = hmac.create(sha256, vaultKey);
    keyed.set(vaultKey, start);
  }
  return start.clone().update(utf8ToBytes(text)).digest();
}
