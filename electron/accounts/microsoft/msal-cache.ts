/**
 * One account's part of MSAL's cache. Never one cache for many: MSAL empties it before each silent call and fills it
 * again (msal-node 7.2.3, `TokenCache.overwriteCache`), so that one account's reading could lose another's new token.
 */
import type { ICachePlugin, TokenCacheContext } from '@azure/msal-node';
import type { Kept } from '../vault/secrets.ts';

/** The new tokens could not be written down (security.md S7). */
export class NotKeptError extends Error {
  override readonly name = 'NotKeptError';
  readonly code: string;

  constructor(code: string) {
    super('notKept');
    this.code = code;
  }
}

export class MsalCache implements ICachePlugin {
  readonly #keep: (text: string) => Promise<Kept>;
  #text: string;

  /** `text` is MSAL's own form, or empty. `keep` resolves when it would survive a loss of power. */
  constructor(text: string, keep: (text: string) => Promise<Kept>) {
    this.#text = text;
    this.#keep = keep;
  }

  get text(): string {
    return this.#text;
  }

  /** Without a pause between MSAL's emptying and this filling. */
  beforeCacheAccess({ tokenCache }: TokenCacheContext): Promise<void> {
    if (this.#text !== '') tokenCache.deserialize(this.#text);
    return Promise.resolve();
  }

  async afterCacheAccess({ tokenCache, cacheHasChanged }: TokenCacheContext): Promise<void> {
    if (!cacheHasChanged) return;
    this.#text = tokenCache.serialize();
    const kept = await this.#keep(this.#text);
    if (kept.kind === 'notKept') throw new NotKeptError(kept.code);
  }
}
