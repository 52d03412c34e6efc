/**
 * Under which name the program is known to the providers. Comes with the package, the settings or a policy; never from
 * the network. Google's desktop "secret" is none and is sent with each exchange (providers.md 5.26).
 */
import { z } from 'zod';
import { microsoftCloud } from './account.ts';

export const microsoftClient = z.strictObject({
  clientId: z.guid(),
  /** `common` (work and personal), `organizations`, `consumers`, or one tenant by id or domain (providers.md 4.3). */
  tenant: z
    .string()
    .regex(/^[A-Za-z0-9.-]{1,253}$/)
    .default('common'),
});
export type MicrosoftClient = Readonly<z.infer<typeof microsoftClient>>;

export const googleClient = z.strictObject({
  clientId: z.string().min(1).max(255),
  clientSecret: z.string().min(1).max(255).optional(),
});
export type GoogleClient = Readonly<z.infer<typeof googleClient>>;

/** Each of Microsoft's clouds wants a registration of its own (providers.md 4.12). */
export const clientConfig = z.strictObject({
  microsoft: z.partialRecord(microsoftCloud, microsoftClient).default({}),
  google: googleClient.optional(),
});
export type ClientConfig = Readonly<z.infer<typeof clientConfig>>;

export const noClients: ClientConfig = { microsoft: {} };

/** Joins what policy, settings and package say; the first that names a client is right. */
export function chooseClients(...sources: readonly ClientConfig[]): ClientConfig {
  const google = sources.find((source) => source.google !== undefined)?.google;
  const microsoft = Object.assign(
    {},
    ...sources.map((one) => one.microsoft).toReversed(),
  ) as ClientConfig['microsoft'];
  return { microsoft, ...(google === undefined ? {} : { google }) };
}
