import { createHmac } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../shared/errors/errors.ts';
import type { Account } from '../../shared/model/account.ts';
import type { Rule } from '../../shared/model/rule.ts';
import { rulesInForce } from '../../shared/policy/pinned-rules.ts';
import { namedAccounts } from '../../shared/policy/named-accounts.ts';
import { meansDomain } from '../../shared/rules/domain-selectors.ts';
import { underPolicy } from '../../shared/policy/settings-under-policy.ts';
import type { Clock } from '../ports/clock.ts';
import type { EndedConsent, SignIn } from '../ports/sign-in.ts';
import type { Store } from '../ports/store.ts';
import { AuditForwarding } from '../store/audit/forwarding.ts';
import { noticeOldDatabase, pageMemo, turnPage } from '../store/last-page.ts';
import { makeFolder } from '../store/make-folder.ts';
import { openStore } from '../store/open-store.ts';
import { Settings, SettingsError, type SettingsDocument } from '../store/settings.ts';
import { StoreError } from '../store/store-error.ts';
import { openVault, VaultError, vaultFile, type Vault } from '../store/vault-file.ts';
import { Engine } from '../sync/engine.ts';
import type { EngineDeps } from '../sync/engine-deps.ts';
import type { Progress } from '../sync/progress.ts';
import { accountTokens, type TokenOrigins } from './account-tokens.ts';
import { PolicyFeed } from './policy-feed.ts';
import { recordTerms, type RecordTerms } from './record-terms.ts';
import type { SampleClouds } from './sample-clouds.ts';
import type { Surroundings } from './surroundings.ts';
import type { OpenVault } from './vault-keeping.ts';
import { sweepStore } from './sweep-store.ts';
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

export interface ProfileOptions {
  readonly directory: string;
  readonly surroundings: Surroundings;
  readonly progress: (event: Progress) => void;
  /** Keep what the window shows of every calendar, not only what the rules need. */
  readonly mirrorAll?: boolean;
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
    const { store } = database;
    const terms = (): RecordTerms =>
      recordTerms(settings.read(), policy.current(), settings.chosen());
    const forwarding = new AuditForwarding({
      store,
      now: () => surroundings.clock.now(),
      file: () => terms().auditForwardFile,
    });
    const running = { clouds: await cloudsFor(options, settings) };
    const providers = wireProviders(
      {
        ...surroundings,
        tokens: (account) =>
          accountTokens(account, {
            environment: surroundings.environment,
            sample: (email) => running.clouds?.tokenOf(email) ?? '',
            oauth: options.oauthTokens ?? null,
          }),
        apiRoot: (account) =>
          account.credential.kind === 'sample' && running.clouds !== null
            ? running.clouds.rootOf(account.provider)
            : account.baseUrl,
      },
      () => settings.reachable(),
    );
    const engineDeps = wireEngine(options, settings, policy, database, vault, providers);
    sweepStore(settings, store);
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
      useSamples: (clouds) => {
        running.clouds = clouds;
      },
      close: async () => {
        await forwardLast(forwarding, surroundings.clock);
        store.close();
        await running.clouds?.close();
      },
    };
  });
}

interface Database {
  readonly store: Store;
  readonly afterCycle: () => void;
}

function openDatabase(
  directory: string,
  { clock, random }: Pick<Surroundings, 'clock' | 'random'>,
  vault: Vault,
): Database {
  const file = databaseFile(directory);
  const store = openStore(file, stamp(clock), auditKeyOf(vault));
  const page = (): string => Buffer.from(random.bytes(16)).toString('hex');
  const memo = pageMemo(file);
  noticeOldDatabase(store, memo, page());
  return { store, afterCycle: () => turnPage(store, memo, page()) };
}

function cloudsFor(
  { samples, forceSamples }: ProfileOptions,
  settings: Settings,
): Promise<SampleClouds> | null {
  const sample = settings.reachable().some(({ credential }) => credential.kind === 'sample');
  return (sample || forceSamples === true) && samples !== null ? samples() : null;
}

function wireEngine(
  { surroundings, progress, mirrorAll = false }: ProfileOptions,
  settings: Settings,
  policy: PolicyFeed,
  { store, afterCycle }: Database,
  vault: Vault,
  providers: Providers,
): EngineDeps {
  return {
    ...surroundings,
    store,
    vault,
    settings: () => {
      const kept = settings.read();
      const { accounts, leaving, zone, manualBlocks } = kept;
      const managed = policy.current();
      return {
        accounts,
        leaving,
        rules: rulesFor(policy, store, kept),
        policy: managed,
        zone: zone ?? surroundings.systemZone(),
        window: underPolicy(managed, kept, settings.chosen()).window,
        manualBlocks,
        mirrorAll,
      };
    },
    provider: (account) => providers.provider(account),
    clockSkewMs: (account) => providers.clockSkewMs(account),
    progress: (event) => {
      if (event.kind === 'cycleEnded') afterCycle();
      progress(event);
    },
  };
}

function rulesFor(
  policy: PolicyFeed,
  store: Store,
  { accounts, rules: own }: Pick<SettingsDocument, 'accounts' | 'rules'>,
): readonly Rule[] {
  const { values } = policy.current();
  // Asked for at every step: whose calendars they are is looked up where a rule can name domains only.
  return values.PinnedRules === undefined && !own.some(({ exclude }) => exclude.some(meansDomain))
    ? own
    : rulesInForce(values, own, namedAccounts(accounts, store.calendars()));
}

/** Seals the audit log. Made from the vault's key, which it does not tell. */
export function auditKeyOf({ key }: Vault): Uint8Array {
  return createHmac('sha256', key).update('umbra audit seal').digest();
}

/** The last entries go out as well, but no disk may keep the program from ending. */
async function forwardLast(forwarding: AuditForwarding, clock: Clock): Promise<void> {
  const enough = new AbortController();
  const patience = clock.sleep(LAST_WORDS_MS, enough.signal).catch(() => undefined);
  await Promise.race([forwarding.forward(), patience]);
  enough.abort();
  forwarding.end();
}

/** A vault is made before its database: one without the other has lost its key, and another would not be the same. */
function requireKey(directory: string): void {
  const file = vaultFile(directory);
  const hasDatabase = (statSync(databaseFile(directory), { throwIfNoEntry: false })?.size ?? 0) > 0;
  if (hasDatabase && !existsSync(file)) throw new VaultError(file, 'missing');
}

export function databaseFile(directory: string): string {
  return join(directory, 'umbra.db');
}

function stamp(clock: Clock): string {
  return new Date(clock.now()).toISOString().replace(/[:.]/g, '-');
}

/** Turns the ways in which a profile can be unusable into words. */
export async function named<T>(directory: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw nameProblem(error, directory) ?? error;
  }
}

export function nameProblem(error: unknown, directory: string): UserError | null {
  if (error instanceof StoreError)
    return new UserError(`store.${error.code}`, { quarantined: error.quarantined ?? directory });
  if (error instanceof VaultError)
    return new UserError(`vault.${error.fault}`, { file: error.file });
  if (error instanceof SettingsError) {
    const place = error.place === null || error.place === '' ? '' : ` at ${error.place}`;
    return new UserError('settings.corrupt', { file: error.file, place, reason: error.message });
  }
  if (error instanceof Error && 'code' in error) {
    if (error.code === 'EACCES' || error.code === 'EROFS' || error.code === 'EPERM')
      return new UserError('store.readOnly');
    // A path that leads through a file, or to one.
    if (['ENOTDIR', 'EEXIST', 'ENOENT', 'ENAMETOOLONG'].includes(String(error.code)))
      return new UserError('store.noFolder', { file: directory });
    if (error.code === 'ENOSPC') return new UserError('store.full');
  }
  return null;
}
