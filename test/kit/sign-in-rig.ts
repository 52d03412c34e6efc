import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAccounts, type Accounts, type NewSignIn } from '../../electron/accounts/accounts.ts';
import type { ClientConfig } from '../../shared/model/client-config.ts';
import type { OauthAccount } from '../../electron/accounts/oauth-account.ts';
import type { SignedIn, SignInOutcome } from '../../electron/accounts/sign-in-outcome.ts';
import { nodeDisk, type Disk } from '../../electron/accounts/vault/disk.ts';
import { openSecrets } from '../../electron/accounts/vault/open-secrets.ts';
import type { Fetch } from '../../electron/ports/fetch.ts';
import { systemRandom } from '../../electron/profile/system-ports.ts';
import { inProcessFetch } from '../../electron/simulator/in-process-fetch.ts';
import { createEntra } from '../../electron/simulator/sign-in/create-entra.ts';
import { createGoogleSignIn } from '../../electron/simulator/sign-in/create-google-sign-in.ts';
import { grantAll, type SignInOptions } from '../../electron/simulator/sign-in/types.ts';
import { createWorld } from '../../electron/simulator/world/create-world.ts';
import { instant } from '../../shared/time/instant.ts';
import { FakeKeyStore } from './fake-key-store.ts';
import { ScriptedBrowser } from './scripted-browser.ts';
import { VirtualClock } from './virtual-clock.ts';

export const clients: ClientConfig = {
  microsoft: { global: { clientId: '11111111-2222-4333-8444-555555555555', tenant: 'common' } },
  google: { clientId: 'umbra-test.apps.googleusercontent.com', clientSecret: 'no-secret' },
};

export const never = new AbortController().signal;

/** Both sign-in services, a person at a browser, and a profile whose tokens go through a fake keychain onto a real disk. */
export class SignInRig {
  readonly directory = mkdtempSync(join(tmpdir(), 'umbra-accounts-'));
  /** MSAL looks at the computer's own clock: this one begins with it. */
  readonly clock = new VirtualClock(instant(Date.now()));
  readonly keyStore = new FakeKeyStore();
  readonly world;
  readonly entra;
  readonly google;
  readonly browser: ScriptedBrowser;
  decide: SignInOptions['decide'] = grantAll;
  /** Called before each request of the program; may fail in its place. */
  network: (url: string, init?: RequestInit) => Response | null = () => null;
  /** Has a hand in the claims of each ID token. */
  tamper: (claims: Readonly<Record<string, unknown>>) => object = (claims) => claims;
  /** Answers to the program wait for this. */
  gate: Promise<unknown> = Promise.resolve();
  /** Every answer and request body that passed, for hunts. */
  readonly wire: string[] = [];
  disk: Disk = nodeDisk;
  newSecret: () => string;

  constructor() {
    let ids = 0;
    this.newSecret = () => `secret-${Buffer.from(systemRandom.bytes(18)).toString('base64url')}`;
    this.world = createWorld({ now: () => this.clock.now(), newId: () => `w${(ids += 1)}` });
    const options: SignInOptions = {
      world: this.world,
      newSecret: () => this.newSecret(),
      accessLifetimeS: 3_600,
      decide: (ask) => this.decide(ask),
    };
    this.entra = createEntra(options);
    this.google = createGoogleSignIn(options);
    const services = inProcessFetch({
      'https://login.microsoftonline.com': this.entra,
      'https://accounts.google.com': this.google,
      'https://oauth2.googleapis.com': this.google,
    });
    this.fetch = async (url, init) => {
      const instead = this.network(url, init);
      const response = instead ?? (await this.#tampered(await services(url, init)));
      this.wire.push(typeof init?.body === 'string' ? init.body : '');
      await this.gate;
      return response;
    };
    this.browser = new ScriptedBrowser((url, init) =>
      new URL(url).protocol === 'http:' ? fetch(url, init) : services(url, init),
    );
  }

  readonly fetch: Fetch;

  async #tampered(response: Response): Promise<Response> {
    const text = await response.text();
    const changed = text.replace(
      /"id_token":"([^.]+)\.([^.]+)/,
      (_, head: string, body: string) => {
        const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<
          string,
          unknown
        >;
        const own = Buffer.from(JSON.stringify(this.tamper(claims))).toString('base64url');
        return `"id_token":"${head}.${own}`;
      },
    );
    return new Response(changed, { status: response.status, headers: response.headers });
  }

  person(cloud: 'microsoft' | 'google', email: string, tenant: string | null = null): string {
    this.world.addAccount({ email, name: 'Ada Vogt', cloud, tenant, token: `world ${email}` });
    return email;
  }

  /** The program as it is after a start: everything it knows comes from disk. */
  async start(own: Partial<Parameters<typeof openSecrets>[0]> = {}): Promise<Accounts> {
    const { directory, keyStore, disk, clock, browser } = this;
    const choices = { keepUnprotected: false, requireKeychain: false };
    const secrets = await openSecrets({ directory, keyStore, disk, ...choices, ...own });
    const network = { fetch: this.fetch, clock, random: systemRandom };
    return createAccounts({
      ...network,
      openBrowser: browser.open,
      secrets,
      clients: () => clients,
    });
  }

  async signIn(
    accounts: Accounts,
    email: string,
    wish: Partial<NewSignIn> = {},
  ): Promise<SignInOutcome> {
    this.browser.person = email;
    const provider = this.world.account(email)?.cloud ?? 'google';
    const usual = { provider, cloud: 'global', access: 'readWrite', loginHint: null } as const;
    const outcome = await accounts.signIn({ ...usual, ...wish }, never);
    await this.browser.settled();
    return outcome;
  }

  /** Signs in and insists on it. */
  async connect(accounts: Accounts, email: string): Promise<OauthAccount & SignedIn> {
    const outcome = await this.signIn(accounts, email);
    if (outcome.kind !== 'signedIn') throw new Error(`Not signed in: ${outcome.kind}`);
    return outcome;
  }

  /** Everything in the profile's folder, by file name. */
  files(): Record<string, string> {
    return Object.fromEntries(
      readdirSync(this.directory).map((name) => [
        name,
        readFileSync(join(this.directory, name), 'latin1'),
      ]),
    );
  }

  close(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}
