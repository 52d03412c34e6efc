import { chooseClients, noClients, type ClientConfig } from '../../shared/model/client-config.ts';
import { Settings } from '../store/settings.ts';

/** What others than the user have decided about signing in. */
export interface SignInGiven {
  /** Client ids that came with the package. */
  readonly packaged: ClientConfig;
  /** Client ids that a policy sets; they win over all others. */
  readonly managed: ClientConfig;
  /** Policy `RequireOSKeychain`: nobody keeps tokens unprotected. */
  readonly requireKeychain: boolean;
}

export const nothingGiven: SignInGiven = {
  packaged: noClients,
  managed: noClients,
  requireKeychain: false,
};

/** What holds now, of the user's own choices and those of others. Read anew at each use: all of them may change. */
export interface SignInChoices {
  readonly clients: ClientConfig;
  readonly keepUnprotected: boolean;
  readonly requireKeychain: boolean;
}

export function signInChoices(directory: string, given: SignInGiven): SignInChoices {
  const { clients, keepUnprotected } = new Settings(directory).read();
  return {
    clients: chooseClients(given.managed, clients, given.packaged),
    keepUnprotected,
    requireKeychain: given.requireKeychain,
  };
}
