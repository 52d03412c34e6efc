import type { TransportResponse } from './types.ts';

/**
 * The claims that a Conditional Access challenge asks for, decoded; null if the 401 is none.
 * Microsoft identity platform docs, "Claims challenges": `error="insufficient_claims", claims="<base64>"`.
 */
export function challengedClaims({ headers }: TransportResponse): string | null {
  const challenge = headers['www-authenticate'] ?? '';
  if (!challenge.includes('insufficient_claims')) return null;
  const encoded = /claims="([A-Za-z0-9+/=_-]+)"/.exec(challenge)?.[1];
  return encoded === undefined ? null : decode(encoded);
}

/** Null for what is no base64 at all: a broken challenge is a plain 401. */
function decode(base64: string): string | null {
  try {
    const chars = atob(base64.replaceAll('-', '+').replaceAll('_', '/'));
    return new TextDecoder().decode(Uint8Array.from(chars, (char) => char.charCodeAt(0)));
  } catch {
    return null;
  }
}
