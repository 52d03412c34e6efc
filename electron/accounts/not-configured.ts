import { registrationSteps } from '../../shared/accounts/registration-steps.ts';
import type { ProviderKind } from '../../shared/model/account.ts';
import type { SignInFailure } from './sign-in-outcome.ts';

/** Nobody can sign in without a client id; says how one comes about. */
export function notConfigured(provider: ProviderKind): SignInFailure {
  return { kind: 'notConfigured', provider, steps: registrationSteps[provider] };
}
