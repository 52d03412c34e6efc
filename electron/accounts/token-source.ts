/**
 * Bearer tokens of one account. However many ask, one refresh is under way; a token that the provider refused is never
 * handed out again; an end of the sign-in is remembered, so that no dead refresh token is tried in a loop.
 */
import type { Instant } from '../../shared/time/instant.ts';
import type { Clock } from '../ports/clock.ts';
import type { Failure } from '../ports/outcome.ts';
import type { TokenSource } from '../ports/token-source.ts';

export interface Grant {
  readonly kind: 'grant';
  readonly token: string;
  readonly expiresAt: Instant;
}

export interface RefreshWish {
  /** False: a token kept from before will do. */
  readonly force: boolean;
  /** A Conditional Access challenge to be passed on (providers.md 4.10). */
  readonly claims: string | null;
}

/** Fetches a token. Resolves only when what came with it (a new refresh token) is safely written down (S7). */
export type Refresh = (wish: RefreshWish) => Promise<Grant | Failure>;

/** A token this close to its end is not handed out: it may end on its way. */
const MARGIN_MS = 60_000;
const REMEMBERED = 8;

export function createTokenSource(clock: Clock, refresh: Refresh): TokenSource {
  return new RefreshingTokens(clock, refresh);
}

class RefreshingTokens implements TokenSource {
  readonly #clock: Clock;
  readonly #refresh: Refresh;
  readonly #refused: string[] = [];
  #current: Grant | null = null;
  #flight: { readonly claims: string | null; readonly end: Promise<Grant | Failure> } | null = null;
  #ended: Failure | null = null;

  constructor(clock: Clock, refresh: Refresh) {
    this.#clock = clock;
    this.#refresh = refresh;
  }

  async token(
    signal: AbortSignal,
    refused?: { readonly rejected: string; readonly claims: string | null },
  ): Promise<{ readonly kind: 'token'; readonly token: string } | Failure> {
    if (signal.aborted) return { kind: 'aborted' };
    if (refused !== undefined) this.#remember(refused.rejected);
    const kept = this.#kept();
    if (kept !== null) return { kind: 'token', token: kept };
    if (this.#ended !== null) return this.#ended;
    const got = await unlessAborted(this.#join(refused?.claims ?? null), signal);
    if (got.kind !== 'grant') return got;
    // A refresh that was under way before the refusal may still bring the refused token.
    if (this.#refused.includes(got.token)) return { kind: 'needsSignIn', code: 'token-refused' };
    return { kind: 'token', token: got.token };
  }

  #remember(token: string): void {
    if (!this.#refused.includes(token)) this.#refused.push(token);
    if (this.#refused.length > REMEMBERED) this.#refused.shift();
  }

  #kept(): string | null {
    const { token, expiresAt } = this.#current ?? { token: '', expiresAt: 0 };
    if (expiresAt - this.#clock.now() <= MARGIN_MS) return null;
    return this.#refused.includes(token) ? null : token;
  }

  /** A challenge waits for what is under way, then asks for itself. */
  async #join(claims: string | null): Promise<Grant | Failure> {
    while (this.#flight !== null && claims !== null && this.#flight.claims !== claims)
      await this.#flight.end;
    if (this.#flight === null) {
      const end = this.#fly(claims).finally(() => {
        this.#flight = null;
      });
      this.#flight = { claims, end };
    }
    return this.#flight.end;
  }

  async #fly(claims: string | null): Promise<Grant | Failure> {
    const force = this.#current !== null || this.#refused.length > 0;
    const got = await this.#refresh({ force, claims });
    if (got.kind === 'grant') this.#current = got;
    if (got.kind === 'needsSignIn' || got.kind === 'needsAdmin') this.#ended = got;
    return got;
  }
}

/** One caller's impatience does not end the refresh for the others. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T | Failure> {
  const { promise, resolve } = Promise.withResolvers<Failure>();
  const abort = (): void => resolve({ kind: 'aborted' });
  signal.addEventListener('abort', abort, { once: true });
  return Promise.race([work, promise]).finally(() => signal.removeEventListener('abort', abort));
}
