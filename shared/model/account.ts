import { z } from 'zod';
import type { AccountId } from './ids.ts';

export const providerKind = z.enum(['microsoft', 'google']);
export type ProviderKind = z.infer<typeof providerKind>;

/** Which of Microsoft's clouds keeps the account; they know nothing of each other (providers.md 4.12). */
export const microsoftCloud = z.enum(['global', 'usGov', 'usGovDod', 'china']);
export type MicrosoftCloud = z.infer<typeof microsoftCloud>;

/** A person's own sign-in through the browser. Its tokens are in the vault, under provider, cloud and subject. */
export const oauthCredential = z.strictObject({
  kind: z.literal('oauth'),
  /** Who it is, for ever: Google's `sub`; at Microsoft `<oid>.<tid>` of the home tenant (MSAL's home account id). */
  subject: z.string().min(1).max(255),
  /** Null at Google. */
  cloud: microsoftCloud.nullable(),
  /** What the person allowed, which can be less than was asked for. */
  access: z.enum(['readWrite', 'readOnly']),
});
export type OauthCredential = z.infer<typeof oauthCredential>;

/** How an account proves who it is. The secret itself is never part of this record. */
export const credential = z.discriminatedUnion('kind', [
  /** A fixed bearer token, read from an environment variable at run time (scripts, tests). */
  z.strictObject({
    kind: z.literal('environment'),
    variable: z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/),
  }),
  /** A person of the built-in simulated clouds. */
  z.strictObject({ kind: z.literal('sample') }),
  oauthCredential,
]);
export type Credential = z.infer<typeof credential>;

/** One sign-in, as the settings file keeps it. */
export const account = z.strictObject({
  id: z.string().transform((id) => id as AccountId),
  provider: providerKind,
  /** The human's name for it; unique; it is the part before the `/` of a calendar's name in rules. */
  label: z
    .string()
    .min(1)
    .max(60)
    .regex(/^[^/*\p{Cc}]+$/u, 'a label holds no "/", "*" or control characters'),
  email: z.string().min(3).max(320),
  /** API root: Graph with its version (`https://graph.microsoft.com/v1.0`), Google without (`https://www.googleapis.com`). */
  baseUrl: z.url(),
  credential,
});
export type Account = z.infer<typeof account>;
