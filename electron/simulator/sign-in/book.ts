/** What a sign-in service remembers: codes, refresh tokens in families, access tokens. As strict as RFC 9700 wants it. */
import { createHash } from 'node:crypto';
import type { World } from '../world/types.ts';

export interface Consent {
  readonly email: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
}

export interface PendingCode extends Consent {
  readonly redirectUri: string;
  /** PKCE, S256. */
  readonly challenge: string;
  readonly nonce: string | null;
}

export interface Issued {
  readonly consent: Consent;
  readonly nonce: string | null;
  readonly access: string;
  readonly refresh: string;
}

interface Family {
  readonly consent: Consent;
  dead: boolean;
}

interface Code {
  readonly pending: PendingCode;
  readonly until: number;
  family: Family | null;
}

interface Access {
  readonly family: Family;
  readonly until: number;
  /** The challenge that it answers, if any. */
  readonly claims: string | null;
}

const CODE_LIFETIME_MS = 600_000;

export interface BookOptions {
  readonly world: World;
  readonly newSecret: () => string;
  readonly accessLifetimeS: number;
  /** Each use of a refresh token brings another one. */
  readonly rotate: boolean;
}

export class SignInBook {
  readonly #options: BookOptions;
  readonly #codes = new Map<string, Code>();
  readonly #refresh = new Map<string, { readonly family: Family; used: boolean }>();
  readonly #access = new Map<string, Access>();
  readonly #challenges = new Map<string, string>();
  /** Token requests that were answered with tokens, by grant. */
  readonly served = { code: 0, refresh: 0 };

  constructor(options: BookOptions) {
    this.#options = options;
  }

  code(pending: PendingCode): string {
    const code = this.#options.newSecret();
    const until = this.#options.world.now() + CODE_LIFETIME_MS;
    this.#codes.set(code, { pending, until, family: null });
    return code;
  }

  /** Null is `invalid_grant`. A code that comes twice ends what came of it. */
  redeem(code: string, verifier: string, redirectUri: string, clientId: string): Issued | null {
    const known = this.#codes.get(code);
    if (known === undefined || known.until < this.#options.world.now()) return null;
    if (known.family !== null) {
      known.family.dead = true;
      return null;
    }
    const { pending } = known;
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    if (pending.challenge !== challenge) return null;
    if (pending.redirectUri !== redirectUri || pending.clientId !== clientId) return null;
    const { email, scopes, nonce } = pending;
    known.family = { consent: { email, clientId, scopes }, dead: false };
    this.served.code += 1;
    return { ...this.#issue(known.family, null, null), nonce };
  }

  /** Null is `invalid_grant`. With rotation, a refresh token that comes twice ends its family. */
  refresh(token: string, clientId: string, claims: string | null): Issued | null {
    const known = this.#refresh.get(token);
    if (known === undefined || known.family.dead) return null;
    if (known.family.consent.clientId !== clientId) return null;
    if (known.used) {
      known.family.dead = true;
      return null;
    }
    known.used = this.#options.rotate;
    this.served.refresh += 1;
    return this.#issue(known.family, this.#options.rotate ? null : token, claims);
  }

  /** RFC 7009, for either kind of token. False where it is not known. */
  revoke(token: string): boolean {
    const family = this.#refresh.get(token)?.family ?? this.#access.get(token)?.family;
    if (family === undefined) return false;
    family.dead = true;
    return true;
  }

  /** As when a person ends the consent, changes the password, or an administrator steps in. */
  revokePerson(email: string): void {
    for (const { family } of this.#refresh.values())
      if (family.consent.email === email) family.dead = true;
  }

  /** From now on, this person's tokens count only if they were asked for with these claims. */
  challenge(email: string, claims: string): void {
    this.#challenges.set(email, claims);
  }

  /** Whose token it is, and what is wrong with it. */
  bearer(token: string): { readonly email: string; readonly missingClaims: string | null } | null {
    const known = this.#access.get(token);
    if (known === undefined || known.family.dead || known.until <= this.#options.world.now())
      return null;
    const { email } = known.family.consent;
    const wanted = this.#challenges.get(email) ?? null;
    const answered = wanted === null || (known.claims?.includes(wanted.slice(1, -1)) ?? false);
    return { email, missingClaims: answered ? null : wanted };
  }

  #issue(family: Family, kept: string | null, claims: string | null): Issued {
    const { newSecret, world, accessLifetimeS } = this.#options;
    const access = newSecret();
    const refresh = kept ?? newSecret();
    const until = world.now() + accessLifetimeS * 1000;
    this.#access.set(access, { family, until, claims });
    if (kept === null) this.#refresh.set(refresh, { family, used: false });
    return { consent: family.consent, nonce: null, access, refresh };
  }
}
