import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../shared/errors/errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { openStore } from '../store/open-store.ts';
import { Settings, SettingsError } from '../store/settings.ts';
import { StoreError } from '../store/store-error.ts';
import { openVault, VaultError, type Vault } from '../store/vault-file.ts';
import { Engine } from '../sync/engine.ts';
import type { EngineDeps } from '../sync/engine-deps.ts';
import type { Progress } from '../sync/progress.ts';
import { accountTokens, type TokenOrigins } from './account-tokens.ts';
import type { SampleClouds } from './sample-clouds.ts';
import type { Surroundings } from './surroundings.ts';
import { wireProviders, type Providers } from './wire-providers.ts';

/** One opened profile: settings, vault, database and engine, wired together. */
export interface Profile {
  readonly directory: string;
  readonly settings: Settings;
  readonly store: Store;
  readonly providers: Providers;
  readonly engineDeps: EngineDeps;
  readonly engine: Engine;
  /** The simulated clouds of this profile, while they run. */
  samples(): SampleClouds | null;
  /** From now on sample accounts are reached in these clouds; they end with the profile. */
  useSamples(clouds: SampleClouds): void;
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
}

/** Opens a profile; every way in which that can fail is a `UserError`. */
export async function openProfile(options: ProfileOptions): Promise<Profile> {
  const { directory, surroundings } = options;
  return named(directory, async () => {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const settings = new Settings(directory);
    const vault = openVault(directory, surroundings.random);
    const store = openStore(databaseFile(directory), stamp(surroundings.clock));
    const sample = settings.read().accounts.some(({ credential }) => credential.kind === 'sample');
    const wanted = sample || options.forceSamples === true;
    const running: { clouds: SampleClouds | null } = {
      clouds: wanted && options.samples !== null ? await options.samples() : null,
    };
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
      () => settings.read().accounts,
    );
    const engineDeps = wireEngine(options, settings, store, vault, providers);
    return {
      directory,
      settings,
      store,
      providers,
      engineDeps,
      engine: new Engine(engineDeps),
      samples: () => running.clouds,
      useSamples: (clouds) => {
        running.clouds = clouds;
      },
      close: async () => {
        store.close();
        await running.clouds?.close();
      },
    };
  });
}

function wireEngine(
  { surroundings, progress, mirrorAll = false }: ProfileOptions,
  settings: Settings,
  store: Store,
  vault: Vault,
  providers: Providers,
): EngineDeps {
  return {
    ...surroundings,
    store,
    vault,
    settings: () => {
      const { accounts, rules, zone, window, manualBlocks } = settings.read();
      return {
        accounts,
        rules,
        frozenRules: new Map(),
        zone: zone ?? surroundings.systemZone(),
        window,
        manualBlocks,
        mirrorAll,
      };
    },
    provider: (account) => providers.provider(account),
    clockSkewMs: (account) => providers.clockSkewMs(account),
    progress,
  };
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
  if (error instanceof VaultError) return new UserError('vault.unreadable', { file: error.file });
  if (error instanceof SettingsError) {
    const place = error.place === null || error.place === '' ? '' : ` at ${error.place}`;
    return new UserError('settings.corrupt', { file: error.file, place, reason: error.message });
  }
  if (error instanceof Error && 'code' in error) {
    if (error.code === 'EACCES' || error.code === 'EROFS' || error.code === 'EPERM')
      return new UserError('store.readOnly');
    // A path that leads through a file, or to one.
    if (['ENOTDIR', 'EEXIST', 'ENOENT', 'ENAMETOOLONG'].includes(String(error.code)))
      return new UserError('store.noFolder', { directory });
    if (error.code === 'ENOSPC') return new UserError('store.full');
  }
  return null;
}
