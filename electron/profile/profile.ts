import type { Account } from '../../shared/model/account.ts';
import type { Rule } from '../../shared/model/rule.ts';
import type { Clock } from '../ports/clock.ts';
import type { EndedConsent, SignIn } from '../ports/sign-in.ts';
import type { Store } from '../ports/store.ts';
import { AuditForwarding } from '../store/audit/forwarding.ts';
import { makeFolder } from '../store/make-folder.ts';
import { Settings } from '../store/settings.ts';
import { openVault, type Vault } from '../store/vault-file.ts';
import { Engine } from '../sync/engine.ts';
import type { EngineDeps } from '../sync/engine-deps.ts';
import { accountTokens, type TokenOrigins } from './account-tokens.ts';
import { openDatabase, requireKey, type Database } from './open-database.ts';
import { PolicyFeed } from './policy-feed.ts';
import { named } from './profile-problems.ts';
import { recordTerms, type RecordTerms } from './record-terms.ts';
import type { SampleClouds } from './sample-clouds.ts';
import type { OpenVault } from './vault-keeping.ts';
import { sweepStore } from './sweep-store.ts';
import { rulesFor, wireEngine, type EngineOptions } from './wire-engine.ts';
import { wireProviders, type Providers } from './wire-providers.ts';

/** One opened profile: settings, vault, database and engine, wired together. */
export interface Profile {
  readonly directory: string;
  readonly settings: Settings;
  readonly policy: PolicyFeed;
  readonly store: Store;
  readonly providers: Providers;
  readonly engineDeps: EngineDeps;
  readonly engine: Engine;
  /** The way of the audit log out of the database. */
  readonly forwarding: AuditForwarding;
  recordTerms(): RecordTerms;
  /** The organisation's rules, then the person's own. */
  rulesInForce(): readonly Rule[];
  /** The simulated clouds of this profile, while they run. */
  samples(): SampleClouds | null;
  /** From now on sample accounts are reached in these clouds; they end with the profile. */
  useSamples(clouds: SampleClouds): void;
  /** Forgets the account's tokens, and revokes them where the provider can; null where nobody signed in by a browser. */
  signOut(account: Account, signal: AbortSignal): Promise<EndedConsent | null>;
  close(): Promise<void>;
}

export interface ProfileOptions extends EngineOptions {
  readonly directory: string;
  /** Starts the simulated clouds when an account of theirs is used; null where there is none. */
  readonly samples: (() => Promise<SampleClouds>) | null;
  /** Start the clouds although no account uses them yet. */
  readonly forceSamples?: boolean;
  /** Tokens of those who signed in through the browser; absent where no keychain keeps them. */
  readonly oauthTokens?: TokenOrigins['oauth'];
  /** Ends such a sign-in. */
  readonly signOut?: SignIn['forget'];
  /** Opens the vault through the system's keychain; absent where there is none, and it lies in a file. */
  readonly vault?: OpenVault;
}

/** So long may the forwarding of the last entries take. */
const LAST_WORDS_MS = 1_000;

/** Opens a profile; every way in which that can fail is a `UserError`. */
export async function openProfile(options: ProfileOptions): Promise<Profile> {
  const { directory, surroundings } = options;
  return named(directory, async () => {
    makeFolder(directory);
    const settings = new Settings(directory);
    const policy = await PolicyFeed.open(surroundings.policy, settings);
    requireKey(directory);
    const vault = await (options.vault?.(directory) ?? openVault(directory, surroundings.random));
    const database = openDatabase(directory, surroundings, vault);
    try {
      sweepStore(settings, database.store);
      const clouds = await cloudsFor(options, settings);
      return wire(options, { settings, policy, vault, database, clouds });
    } catch (error) {
      database.store.close();
      throw error;
    }
  });
}

interface Parts {
  readonly settings: Settings;
  readonly policy: PolicyFeed;
  readonly vault: Vault;
  readonly database: Database;
  readonly clouds: SampleClouds | null;
}

function wire(
  options: ProfileOptions,
  { settings, policy, vault, database, clouds }: Parts,
): Profile {
  const { directory, surroundings } = options;
  const { store } = database;
  const terms = (): RecordTerms =>
    recordTerms(settings.read(), policy.current(), settings.chosen());
  const forwarding = new AuditForwarding({
    store,
    now: () => surroundings.clock.now(),
    file: () => terms().auditForwardFile,
  });
  const running = { clouds };
  const providers = providersOf(options, settings, running);
  const engineDeps = wireEngine(options, settings, policy, database, vault, providers);
  return {
    directory,
    settings,
    policy,
    rulesInForce: () => rulesFor(policy, store, settings.read()),
    store,
    providers,
    engineDeps,
    engine: new Engine(engineDeps),
    forwarding,
    recordTerms: terms,
    signOut: options.signOut ?? (() => Promise.resolve(null)),
    samples: () => running.clouds,
    useSamples: (started) => {
      running.clouds = started;
    },
    close: async () => {
      try {
        await forwardLast(forwarding, surroundings.clock);
      } finally {
        store.close();
        await running.clouds?.close();
      }
    },
  };
}

function providersOf(
  { surroundings, oauthTokens }: ProfileOptions,
  settings: Settings,
  running: { readonly clouds: SampleClouds | null },
): Providers {
  return wireProviders(
    {
      ...surroundings,
      tokens: (account) =>
        accountTokens(account, {
          environment: surroundings.environment,
          sample: (email) => running.clouds?.tokenOf(email) ?? '',
          oauth: oauthTokens ?? null,
        }),
      apiRoot: (account) =>
        account.credential.kind === 'sample' && running.clouds !== null
          ? running.clouds.rootOf(account.provider)
          : account.baseUrl,
    },
    () => settings.reachable(),
  );
}

function cloudsFor(
  { samples, forceSamples }: ProfileOptions,
  settings: Settings,
): Promise<SampleClouds> | null {
  const sample = settings.reachable().some(({ credential }) => credential.kind === 'sample');
  return (sample || forceSamples === true) && samples !== null ? samples() : null;
}

/** The last entries go out as well, but no disk may keep the program from ending. */
async function forwardLast(forwarding: AuditForwarding, clock: Clock): Promise<void> {
  const enough = new AbortController();
  const patience = clock.sleep(LAST_WORDS_MS, enough.signal).catch(() => undefined);
  await Promise.race([forwarding.forward(), patience]);
  enough.abort();
  forwarding.end();
}
