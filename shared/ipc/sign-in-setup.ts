import { z } from 'zod';
import { microsoftCloud, providerKind } from '../model/account.ts';
import { googleClient, microsoftClient } from '../model/client-config.ts';
import { nothing } from './app.ts';

/** One registration with a provider, as the window may see it: never the secret, which it may only replace. */
export const registration = z.strictObject({
  provider: providerKind,
  /** Null at Google. */
  cloud: microsoftCloud.nullable(),
  clientId: z.string(),
  tenant: z.string().nullable(),
  hasSecret: z.boolean(),
  /** Who said so: only the user's own can be changed here, and a policy wins over it. */
  from: z.enum(['package', 'settings', 'policy']),
});
export type Registration = z.infer<typeof registration>;

export const signInSetup = z.strictObject({
  /** Every registration that holds. */
  registrations: z.array(registration),
  /** What becomes of sign-ins on this computer; see `TokenKeeping`. Null where nobody can sign in. */
  keeping: z.enum(['protected', 'unprotected', 'session']).nullable(),
  /** Whether the user may choose to keep them unprotected; a policy may forbid it. */
  mayKeepUnprotected: z.boolean(),
});
export type SignInSetup = z.infer<typeof signInSetup>;

export const signInSetupCalls = {
  signInSetup: { input: nothing, output: signInSetup },
  /** Takes the user's own client id; null takes it back. */
  saveClient: {
    input: z.discriminatedUnion('provider', [
      z.strictObject({
        provider: z.literal('microsoft'),
        cloud: microsoftCloud,
        client: microsoftClient.nullable(),
      }),
      z.strictObject({ provider: z.literal('google'), client: googleClient.nullable() }),
    ]),
    output: nothing,
  },
  keepUnprotected: { input: z.strictObject({ keep: z.boolean() }), output: nothing },
  /** A ready letter to the administrator of an account's organisation, and where to click. */
  adminRequest: {
    input: z.strictObject({ id: z.string() }),
    output: z.strictObject({ text: z.string(), link: z.string() }),
  },
} as const;
