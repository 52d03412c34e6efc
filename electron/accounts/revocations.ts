/** Tokens that were given up here and must still be ended at Google; kept under the keychain until they are (S9). */
import type { OauthCredential } from '../../shared/model/account.ts';
import type { Clock } from '../ports/clock.ts';
import type { Fetch } from '../ports/fetch.ts';
import type { ClientConfig } from '../../shared/model/client-config.ts';
import type { GoogleEndpoints } from './google/endpoints.ts';
import { revokeToken } from './google/token-endpoint.ts';
import type { Secrets } from './vault/secrets.ts';

const PREFIX = 'revoke/google/';

export interface RevocationsDeps {
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly clients: () => ClientConfig;
  readonly google: GoogleEndpoints;
}

export class Revocations {
  readonly #deps: RevocationsDeps;

  constructor(deps: RevocationsDeps) {
    this.#deps = deps;
  }

  async add({ subject }: Pick<OauthCredential, 'subject'>, refreshToken: string): Promise<void> {
    await this.#deps.secrets.write(`${PREFIX}${subject}`, refreshToken);
  }

  async forget({ cloud, subject }: OauthCredential): Promise<void> {
    const name = `${PREFIX}${subject}`;
    if (cloud !== null) return;
    if ((await this.#deps.secrets.names(name)).includes(name))
      await this.#deps.secrets.write(name, null);
  }

  /** Whether this person's is done. */
  async isSettled({ subject }: OauthCredential): Promise<boolean> {
    const name = `${PREFIX}${subject}`;
    return !(await this.#deps.secrets.names(name)).includes(name);
  }

  async settle(signal: AbortSignal): Promise<void> {
    const { secrets, google: endpoints, clients } = this.#deps;
    const client = clients().google ?? { clientId: '' };
    for (const name of await secrets.names(PREFIX)) {
      const read = await secrets.read(name);
      if (read.kind !== 'secret' || read.text === null) continue;
      const done = await revokeToken({ ...this.#deps, client, endpoints }, read.text, signal);
      if (done.kind === 'revoked') await secrets.write(name, null);
    }
  }
}
