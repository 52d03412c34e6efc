import type { TransportResponse } from './types.ts';

/**
 * The claims that a Conditional Access challenge asks for, decoded; null if the 401 is none.
 * Microsoft identity platform docs, "Claims challenges": `error="insufficient_claims", claims="<base64>"`.
 */
export function challengedClaims({ headers }: TransportResponse): string | null {
  const challenge = headers['www-authenticate'] ?? '';
  if (!challenge.includes('insufficient_claims')) return null;
  const encoded = /claims="([A-Za-z0-9+/=_-]+)"/.exec(challenge)?.[1];
  return encoded === undefined ? null : new TextDecoder().decode(decode(encoded));
}

function decode(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64.replaceAll('-', '+').replaceAll('_', '/')), (char) =>
    char.charCodeAt(0),
  );
}
