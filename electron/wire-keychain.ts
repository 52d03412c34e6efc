import { existsSync, readFileSync } from 'node:fs';
import { clientConfig, noClients, type ClientConfig } from '../shared/model/client-config.ts';
import { createAccounts } from './accounts/accounts.ts';
import { nodeDisk } from './accounts/vault/disk.ts';
import { openSecrets } from './accounts/vault/open-secrets.ts';
import type { KeyStore } from './ports/key-store.ts';
import type { SignIn } from './ports/sign-in.ts';
import { browserSignIn } from './profile/browser-sign-in.ts';
import { signInChoices, type SignInGiven } from './profile/sign-in-choices.ts';
import { keychainVault, type OpenVault } from './profile/vault-keeping.ts';
import type { Surroundings } from './profile/surroundings.ts';

export interface KeychainParts {
  readonly directory: string;
  readonly surroundings: Surroundings;
  readonly keyStore: KeyStore;
  readonly openLink: (url: string) => Promise<void>;
  /** Asked at each use. */
  readonly given: () => SignInGiven;
}

/** What only a program with the system's keychain has. */
export interface WiredKeychain {
  readonly signIn: SignIn;
  readonly vault: OpenVault;
}

/** Sign-in as the app has it: the system's browser, and its keychain for what comes of it and for the vault's key. */
export async function wireKeychain(parts: KeychainParts): Promise<WiredKeychain> {
  const { directory, surroundings, keyStore, openLink, given } = parts;
  const choices = (): ReturnType<typeof signInChoices> => signInChoices(directory, given());
  const secrets = await openSecrets({
    directory,
    keyStore,
    disk: nodeDisk,
    get keepUnprotected() {
      return choices().keepUnprotected;
    },
    get requireKeychain() {
      return choices().requireKeychain;
    },
  });
  const clients = (): ClientConfig => choices().clients;
  const accounts = createAccounts({ ...surroundings, secrets, clients, openBrowser: openLink });
  return {
    signIn: browserSignIn(accounts, secrets),
    vault: keychainVault({ keyStore, ...surroundings }),
  };
}

/** The client ids that a packager put beside the program; usually none. */
export function packagedClients(file: string): ClientConfig {
  return existsSync(file) ? clientConfig.parse(JSON.parse(readFileSync(file, 'utf8'))) : noClients;
}
