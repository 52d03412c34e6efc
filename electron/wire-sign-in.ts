import { existsSync, readFileSync } from 'node:fs';
import { createAccounts } from './accounts/accounts.ts';
import { clientConfig, noClients, type ClientConfig } from './accounts/client-config.ts';
import { nodeDisk } from './accounts/vault/disk.ts';
import { openSecrets } from './accounts/vault/open-secrets.ts';
import type { KeyStore } from './ports/key-store.ts';
import type { SignIn } from './ports/sign-in.ts';
import { browserSignIn } from './profile/browser-sign-in.ts';
import type { Surroundings } from './profile/surroundings.ts';

export interface SignInParts {
  readonly directory: string;
  readonly surroundings: Surroundings;
  readonly keyStore: KeyStore;
  readonly openLink: (url: string) => Promise<void>;
  /** The file in which a packager may have put client ids. */
  readonly packaged: string;
}

/** Sign-in as the app has it: the system's browser, and its keychain for what comes of it. */
export async function wireSignIn(parts: SignInParts): Promise<SignIn> {
  const { directory, surroundings, keyStore, openLink, packaged } = parts;
  const secrets = await openSecrets({
    directory,
    keyStore,
    disk: nodeDisk,
    keepUnprotected: false,
    requireKeychain: false,
  });
  const clients = packagedClients(packaged);
  return browserSignIn(
    createAccounts({ ...surroundings, secrets, clients, openBrowser: openLink }),
  );
}

function packagedClients(file: string): ClientConfig {
  return existsSync(file) ? clientConfig.parse(JSON.parse(readFileSync(file, 'utf8'))) : noClients;
}
