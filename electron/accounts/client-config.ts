/**
 * Under which name the program is known to the providers. Comes with the package, the settings or a policy; never from
 * the network. Google's desktop "secret" is none and is sent with each exchange (providers.md 5.26).
 */
import { z } from 'zod';
import { microsoftCloud, type ProviderKind } from '../../shared/model/account.ts';
import type { SignInFailure } from './sign-in-outcome.ts';

const microsoftClient = z.strictObject({
  clientId: z.guid(),
  /** `common` (work and personal), `organizations`, `consumers`, or one tenant by id or domain (providers.md 4.3). */
  tenant: z
    .string()
    .regex(/^[A-Za-z0-9.-]{1,253}$/)
    .default('common'),
});
export type MicrosoftClient = Readonly<z.infer<typeof microsoftClient>>;

const googleClient = z.strictObject({
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

/** What to do once, step by step, where there is no client id. */
export const registrationSteps: Readonly<Record<ProviderKind, readonly string[]>> = {
  microsoft: [
    'Open entra.microsoft.com, "App registrations", "New registration".',
    'Name it, and allow accounts in any organizational directory and personal Microsoft accounts.',
    'Under "Authentication", add the platform "Mobile and desktop applications" with the redirect URI http://localhost.',
    'Under "API permissions", add the delegated Microsoft Graph permissions Calendars.ReadWrite, User.Read, offline_access, openid and profile.',
    'Copy the "Application (client) ID" into Umbra\'s settings, or have your administrator set it by policy.',
  ],
  google: [
    'Open console.cloud.google.com, make a project, and enable the Google Calendar API in it.',
    'Set up the consent screen; publish it, for in "Testing" every sign-in ends after 7 days.',
    'Add the scopes calendar.calendarlist.readonly and calendar.events.',
    'Under "Credentials", create an OAuth client ID of the type "Desktop app".',
    "Copy its client ID and client secret into Umbra's settings, or have your administrator set them by policy.",
  ],
};

export function notConfigured(provider: ProviderKind): SignInFailure {
  return { kind: 'notConfigured', provider, steps: registrationSteps[provider] };
}
