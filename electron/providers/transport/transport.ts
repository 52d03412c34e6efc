import type { AccountId } from '../../../shared/model/ids.ts';
import { plus } from '../../../shared/time/instant.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Fetch } from '../../ports/fetch.ts';
import type { Failure, Result } from '../../ports/outcome.ts';
import type { Random } from '../../ports/random.ts';
import type { RequestLedger } from '../../ports/request-ledger.ts';
import type { TokenSource } from '../../ports/token-source.ts';
import { backoffMs } from './backoff.ts';
import { Breaker } from './breaker.ts';
import { challengedClaims } from './claims.ts';
import { exchange, type ExchangeLimits } from './exchange.ts';
import { parseHttpDate } from './http-date.ts';
import { Limiter } from './limiter.ts';
import { RetryBudget } from './retry-budget.ts';
import { TokenBucket, type Rate } from './token-bucket.ts';
import type { Classify, Transport, TransportRequest, TransportResponse } from './types.ts';

export interface TransportLimits extends ExchangeLimits {
  /** Requests of the account that may run at once. */
  readonly concurrency: number;
  readonly rate: Rate;
  readonly maxAttempts: number;
  /** A wait longer than this is not sat out: the caller is told, and asks again in a later cycle. */
  readonly maxWaitMs: number;
  readonly backoff: { readonly baseMs: number; readonly capMs: number };
}

export interface TransportDeps {
  readonly account: AccountId;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly random: Random;
  readonly tokens: TokenSource;
  readonly ledger: RequestLedger;
  readonly classify: Classify;
  readonly apiRoot: string;
  readonly limits: TransportLimits;
}

/** Makes one account's way to its provider. */
export function createTransport(deps: TransportDeps): Transport {
  return new AccountTransport(deps);
}

class AccountTransport implements Transport {
  readonly #deps: TransportDeps;
  readonly #breaker = new Breaker();
  readonly #budget = new RetryBudget();
  readonly #bucket: TokenBucket;
  readonly #limiter: Limiter;
  /** Monotonic ms before which the provider wants to hear nothing from this account. */
  #notBefore = 0;
  #skewMs: number | null = null;

  constructor(deps: TransportDeps) {
    this.#deps = deps;
    this.#bucket = new TokenBucket(deps.limits.rate);
    this.#limiter = new Limiter(deps.limits.concurrency);
  }

  clockSkewMs(): number | null {
    return this.#skewMs;
  }

  async send(request: TransportRequest, signal: AbortSignal): Promise<Result<TransportResponse>> {
    requireUnder(this.#deps.apiRoot, request.url);
    let lost = false;
    for (let attempt = 0; ; attempt++) {
      const result = await this.#attempt(request, signal);
      if (result.kind === 'ok') return result;
      lost ||= isLost(result);
      const waitMs = this.#waitBeforeRetry(result, request, attempt);
      if (waitMs !== null && (await this.#sleep(waitMs, signal))) continue;
      const last: Failure = waitMs === null ? result : { kind: 'aborted' };
      return lost ? afterLostAnswer(last, request) : last;
    }
  }

  /** place → what the account may do at that moment; asked last, since much happens while a request waits. */
  async #attempt(
    request: TransportRequest,
    signal: AbortSignal,
  ): Promise<Result<TransportResponse>> {
    let leave: () => void;
    try {
      leave = await this.#limiter.enter(signal);
    } catch {
      return { kind: 'aborted' };
    }
    try {
      return (await this.#pause(signal)) ?? (await this.#admitted(request, signal));
    } finally {
      leave();
    }
  }

  /** breaker → budget of units → provider's pause once more → token → one exchange → reading of it. */
  async #admitted(
    request: TransportRequest,
    signal: AbortSignal,
  ): Promise<Result<TransportResponse>> {
    const { clock } = this.#deps;
    if (!this.#breaker.admits(clock.monotonic()))
      return { kind: 'unreachable', maybeApplied: false, code: 'breaker-open' };
    try {
      const wait = this.#bucket.take(request.units, clock.monotonic());
      if (wait > 0 && !(await this.#sleep(wait, signal))) return { kind: 'aborted' };
      const paused = await this.#pause(signal);
      if (paused !== null) return paused;
      const result = await this.#authorised(request, signal);
      this.#learn(result);
      return result;
    } finally {
      // A probe that ended without a verdict makes room for the next one.
      this.#breaker.undecided();
    }
  }

  /** Sits out what the provider asked for, however often it asks meanwhile; a failure where that takes too long. */
  async #pause(signal: AbortSignal): Promise<Failure | null> {
    const { clock, limits } = this.#deps;
    for (;;) {
      const ms = this.#notBefore - clock.monotonic();
      if (ms <= 0) return null;
      if (ms > limits.maxWaitMs) return { kind: 'throttled', retryAfterMs: Math.ceil(ms) };
      if (!(await this.#sleep(ms, signal))) return { kind: 'aborted' };
    }
  }

  async #authorised(
    request: TransportRequest,
    signal: AbortSignal,
  ): Promise<Result<TransportResponse>> {
    const { tokens } = this.#deps;
    const first = await tokens.token(signal);
    if (first.kind !== 'token') return first;
    const answer = await this.#exchange(request, first.token, signal);
    if (answer.kind !== 'ok' || answer.value.status !== 401) return this.#read(answer);
    // The provider refuses a token that looked good: ask for another one, once.
    const claims = challengedClaims(answer.value);
    const second = await tokens.token(signal, { rejected: first.token, claims });
    if (second.kind !== 'token') return second;
    return this.#read(await this.#exchange(request, second.token, signal));
  }

  async #exchange(
    request: TransportRequest,
    token: string,
    signal: AbortSignal,
  ): Promise<Result<TransportResponse>> {
    const { account, clock, limits, ledger } = this.#deps;
    this.#budget.requested();
    ledger.record(account, request.kind, request.units);
    const answer = await exchange(this.#deps, request, token, limits, signal);
    if (answer.kind === 'ok') {
      const date = parseHttpDate(answer.value.headers['date'] ?? '');
      if (date !== null) this.#skewMs = date - clock.now();
    }
    return answer;
  }

  #read(answer: Result<TransportResponse>): Result<TransportResponse> {
    if (answer.kind !== 'ok') return answer;
    const { status } = answer.value;
    if (status >= 300 && status < 400) return { kind: 'malformed', code: 'redirect' };
    // What the server says about time, it says by its own clock.
    const now = plus(this.#deps.clock.now(), this.#skewMs ?? 0);
    return this.#deps.classify(answer.value, now) ?? answer;
  }

  /** What an outcome says about the provider's health and pace. */
  #learn(result: Result<TransportResponse>): void {
    const { clock, random } = this.#deps;
    if (result.kind === 'unreachable') this.#breaker.failed(clock.monotonic(), random.next());
    else if (result.kind !== 'aborted') this.#breaker.succeeded();
    if (result.kind === 'ok') this.#limiter.succeeded();
    if (result.kind === 'throttled') {
      this.#limiter.refused();
      if (result.retryAfterMs !== null)
        this.#notBefore = Math.max(this.#notBefore, clock.monotonic() + result.retryAfterMs);
    }
  }

  /** How long to wait before the same request is sent again; null if it is not to be. */
  #waitBeforeRetry(failure: Failure, request: TransportRequest, attempt: number): number | null {
    const { limits, random } = this.#deps;
    if (attempt + 1 >= limits.maxAttempts) return null;
    if (failure.kind === 'throttled') {
      // A refused request was not carried out, so that any may be sent again.
      const jitter = backoffMs(attempt + 1, random.next(), limits.backoff);
      const wait = Math.max(failure.retryAfterMs ?? 0, jitter);
      return wait <= limits.maxWaitMs && this.#budget.spend() ? wait : null;
    }
    if (failure.kind !== 'unreachable' || failure.code === 'breaker-open') return null;
    if (failure.maybeApplied && !request.replayable) return null;
    return this.#budget.spend() ? backoffMs(attempt, random.next(), limits.backoff) : null;
  }

  async #sleep(ms: number, signal: AbortSignal): Promise<boolean> {
    try {
      await this.#deps.clock.sleep(ms, signal);
      return true;
    } catch {
      return false;
    }
  }
}

/** Whether the server may have done what was asked although nobody heard of it. */
function isLost(failure: Failure): boolean {
  if (failure.kind === 'aborted') return failure.left === true;
  return failure.kind === 'unreachable' && failure.maybeApplied;
}

/** A write whose answer was lost once may have taken effect, whatever is said of its repetition. */
function afterLostAnswer(last: Failure, { method }: TransportRequest): Failure {
  if (last.kind === 'unreachable') return { ...last, maybeApplied: true };
  if (method === 'GET') return last.kind === 'aborted' ? { kind: 'aborted' } : last;
  return { kind: 'unreachable', maybeApplied: true, code: last.kind };
}

/** A token goes to its own API root and nowhere else; anything else is a bug of the caller. */
function requireUnder(apiRoot: string, url: string): void {
  const root = new URL(apiRoot.endsWith('/') ? apiRoot : `${apiRoot}/`);
  // Not by the constructor, whose error would quote the address.
  const target = URL.parse(url);
  if (target?.origin !== root.origin || !target.pathname.startsWith(root.pathname)) {
    throw new Error('A request would leave its API root');
  }
}
