import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Marker } from '../../../shared/model/marker.ts';

/** RFC 4648 base32hex in lower case: just the characters that Google allows in event ids. */
const ALPHABET = '0123456789abcdefghijklmnopqrstuv';

/**
 * The id under which a block is created, so that a repeated create meets itself. It comes from the block key, which
 * tells nothing of the source, and the generation, since the id of a deleted event stays taken (providers.md 5.9).
 */
export function eventIdFor({ key, generation }: Pick<Marker, 'key' | 'generation'>): string {
  const bytes = sha256(utf8ToBytes(`${key}|${generation}`));
  let bits = 0;
  let value = 0;
  let id = '';
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      id += ALPHABET[(value >>> bits) & 31] ?? '';
    }
    value &= (1 << bits) - 1;
  }
  return id;
}
