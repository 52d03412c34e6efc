/**
 * Reads an ID token that came straight from the token endpoint over TLS, where its signature need not be checked
 * (OpenID Connect Core 3.1.3.7 no. 6); everything else is.
 */
import { z } from 'zod';
import type { Instant } from '../../shared/time/instant.ts';

const claims = z.object({
  iss: z.string(),
  sub: z.string().min(1).max(255),
  aud: z.union([z.string(), z.array(z.string()).length(1)]),
  exp: z.number(),
  nonce: z.string().optional(),
  email: z.string().optional(),
  preferred_username: z.string().optional(),
  tid: z.string().optional(),
});
export type IdClaims = z.infer<typeof claims>;

/** A clock of this machine that is wrong by less than this does not keep anybody out. */
const LEEWAY_MS = 600_000;

export interface ExpectedToken {
  /** Entra's issuer depends on the tenant that the token names. */
  readonly issuers: (claims: IdClaims) => readonly string[];
  readonly audience: string;
  readonly nonce: string;
  readonly now: Instant;
}

export type ReadToken =
  | { readonly kind: 'claims'; readonly claims: IdClaims }
  | { readonly kind: 'untrusted'; readonly code: string };

export function readIdToken(token: string, expected: ExpectedToken): ReadToken {
  const parsed = claims.safeParse(payload(token));
  if (!parsed.success) return { kind: 'untrusted', code: 'id-token' };
  const { iss, aud, exp, nonce } = parsed.data;
  if (!expected.issuers(parsed.data).includes(iss)) return { kind: 'untrusted', code: 'issuer' };
  if ([aud].flat()[0] !== expected.audience) return { kind: 'untrusted', code: 'audience' };
  if (nonce !== expected.nonce) return { kind: 'untrusted', code: 'nonce' };
  if (exp * 1000 < expected.now - LEEWAY_MS) return { kind: 'untrusted', code: 'clock' };
  return { kind: 'claims', claims: parsed.data };
}

function payload(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
