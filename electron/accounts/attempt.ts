/** What makes one sign-in its own: made fresh each time, known to nobody else, never kept (security.md S3, S4). */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Random } from '../ports/random.ts';

export interface Attempt {
  /** 256 bits; comes back with the answer, which is believed by it alone. */
  readonly state: string;
  /** Comes back inside the ID token. */
  readonly nonce: string;
  /** RFC 7636: 32 bytes, sent with the code and not before. */
  readonly verifier: string;
  /** SHA-256 of the verifier, sent with the browser (`S256`). */
  readonly challenge: string;
  /** Segment of the redirect's path, where the provider lets us choose one. */
  readonly path: string;
}

export function newAttempt(random: Random): Attempt {
  const secret = (bytes: number): string => Buffer.from(random.bytes(bytes)).toString('base64url');
  const verifier = secret(32);
  return {
    state: secret(32),
    nonce: secret(32),
    verifier,
    challenge: createHash('sha256').update(verifier).digest('base64url'),
    path: secret(16),
  };
}

/** Compares secrets in a time that tells nothing of where they differ. */
export function sameSecret(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
