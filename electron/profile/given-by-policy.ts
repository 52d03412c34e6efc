import { chooseClients, type ClientConfig } from '../../shared/model/client-config.ts';
import { policyClients } from '../../shared/policy/clients.ts';
import type { ManagedPolicy } from '../../shared/policy/resolve.ts';
import type { SignInGiven } from './sign-in-choices.ts';

/** What policy and package say about signing in. What is only recommended goes before the package, not before the person. */
export function givenByPolicy(
  { mandatory, recommended, obstacles }: ManagedPolicy,
  packaged: ClientConfig,
): SignInGiven {
  return {
    managed: policyClients(mandatory),
    packaged: chooseClients(policyClients(recommended), packaged),
    // What can't be understood might have asked for it.
    requireKeychain: mandatory.RequireOSKeychain === true || obstacles.length > 0,
  };
}
