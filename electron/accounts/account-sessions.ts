import type { MicrosoftCloud, OauthCredential, ProviderKind } from '../../shared/model/account.ts';
import type { Clock } from '../ports/clock.ts';
import type { Fetch } from '../ports/fetch.ts';
import type { TokenSource } from '../ports/token-source.ts';
import type { ClientConfig } from '../../shared/model/client-config.ts';
import type { GoogleEndpoints } from './google/endpoints.ts';
import { googleRefresh } from './google/google-refresh.ts';
import type { MicrosoftEndpoints } from './microsoft/clouds.ts';
import { microsoftRefresh } from './microsoft/microsoft-refresh.ts';
import { createTokenSource, type Refresh } from './token-source.ts';
import { KeptSecret } from './vault/kept-secret.ts';
import type { Kept, Secrets } from './vault/secrets.ts';

export interface SessionsDeps {
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly clients: () => ClientConfig;
  readonly google: GoogleEndpoints;
  readonly microsoft: Readonly<Record<MicrosoftCloud, MicrosoftEndpoints>>;
}

interface Session {
  readonly kept: KeptSecret;
  readonly tokens: TokenSource;
}

/** The name of an account's secret in the vault. */
export function secretName(provider: ProviderKind, { cloud, subject }: OauthCredential): string {
  return `${provider}/${cloud ?? ''}/${subject}`;
}

/** One session per person: from one sign-in to the next, or to the sign-out. A late refresh of an ended one is void. */
export class AccountSessions {
  readonly #deps: SessionsDeps;
  readonly #sessions = new Map<string, Session>();
  /** Signed out, though the vault may still be busy with it. */
  readonly #ended = new Set<string>();

  constructor(deps: SessionsDeps) {
    this.#deps = deps;
  }

  /** Writes the new secret down and goes on with it; where that fails, the old one stays in use. */
  async begin(provider: ProviderKind, credential: OauthCredential, secret: string): Promise<Kept> {
    const name = secretName(provider, credential);
    const before = this.#sessions.get(name);
    before?.kept.pause();
    const kept = await this.#deps.secrets.write(name, secret);
    if (kept.kind === 'notKept') {
      before?.kept.resume();
      return kept;
    }
    this.#sessions.delete(name);
    this.#ended.delete(name);
    return kept;
  }

  /** Its token is unusable from now on, whatever is under way. Returns the secret, if there was a readable one. */
  async end(provider: ProviderKind, credential: OauthCredential): Promise<string | null> {
    const name = secretName(provider, credential);
    const before = this.#sessions.get(name);
    before?.kept.pause();
    this.#sessions.delete(name);
    this.#ended.add(name);
    const read = await this.#deps.secrets.read(name);
    return read.kind === 'secret' ? read.text : null;
  }

  tokens(provider: ProviderKind, credential: OauthCredential): TokenSource {
    const name = secretName(provider, credential);
    const token: TokenSource['token'] = async (signal, refused) => {
      if (this.#ended.has(name)) return { kind: 'needsSignIn', code: 'no-token' };
      const session = this.#session(provider, credential);
      const got = await session.tokens.token(signal, refused);
      // What an ended session was still fetching is not for use.
      return this.#sessions.get(name) === session ? got : token(signal, refused);
    };
    return { token };
  }

  #session(provider: ProviderKind, credential: OauthCredential): Session {
    const name = secretName(provider, credential);
    const known = this.#sessions.get(name);
    if (known !== undefined) return known;
    const kept = new KeptSecret(this.#deps.secrets, name);
    const refresh = provider === 'google' ? this.#google(kept) : this.#microsoft(credential, kept);
    const made = { kept, tokens: createTokenSource(this.#deps.clock, refresh) };
    this.#sessions.set(name, made);
    return made;
  }

  #google(kept: KeptSecret): Refresh {
    const { fetch, clock, clients, google: endpoints } = this.#deps;
    return (wish) => {
      const client = clients().google;
      if (client === undefined) return noClient(wish);
      return googleRefresh({ fetch, clock, client, endpoints }, kept)(wish);
    };
  }

  #microsoft(credential: OauthCredential, kept: KeptSecret): Refresh {
    const { fetch, clock, clients, microsoft } = this.#deps;
    const cloud = credential.cloud ?? 'global';
    const endpoints = microsoft[cloud];
    return (wish) => {
      const client = clients().microsoft[cloud];
      if (client === undefined) return noClient(wish);
      const { clientId } = client;
      return microsoftRefresh({ fetch, clock, clientId, endpoints, credential, kept })(wish);
    };
  }
}

const noClient: Refresh = () => Promise.resolve({ kind: 'needsSignIn', code: 'not-configured' });
