import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Marker } from '../../../shared/model/marker.ts';

/** RFC 4648 base32hex in lower case: just the characters that Google allows in event ids. */
const ALPHABET = '0123456789abcdefghijklmnopqrstuv';
const DIGITS = 51;

/**
 * The id under which a block is created, so that a repeated create meets itself. It comes from the block key, which
 * tells nothing of the source, and the generation, since the id of a deleted event stays taken
 * (googleapis/google-api-ruby-client issue 1811).
 */
export function eventIdFor({ key, generation }: Pick<Marker, 'key' | 'generation'>): string {
  const bits = sha256(utf8ToBytes(`${key}|${generation}`)).reduce(
    (text, byte) => text + byte.toString(2).padStart(8, '0'),
    '',
  );
  return Array.from({ length: DIGITS }, (_, digit) =>
    ALPHABET.charAt(Number.parseInt(bits.slice(digit * 5, digit * 5 + 5), 2)),
  ).join('');
}
