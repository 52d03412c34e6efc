import type { ProviderKind } from '../model/account.ts';

/** What to do once, step by step, where there is no client id. */
export const registrationSteps: Readonly<Record<ProviderKind, readonly string[]>> = {
  microsoft: [
    'Open entra.microsoft.com, "App registrations", "New registration".',
    'Name it, and allow accounts in any organizational directory and personal Microsoft accounts.',
    'Under "Authentication", add the platform "Mobile and desktop applications" with the redirect URI http://localhost.',
    'Under "API permissions", add the delegated Microsoft Graph permissions Calendars.ReadWrite, User.Read, offline_access, openid and profile.',
    'Copy the "Application (client) ID" into Umbra\'s settings under "Registration", or have your administrator set it by policy.',
  ],
  google: [
    'Open console.cloud.google.com, make a project, and enable the Google Calendar API in it.',
    'Set up the consent screen; publish it, for in "Testing" every sign-in ends after 7 days.',
    'Add the scopes calendar.calendarlist.readonly and calendar.events.',
    'Under "Credentials", create an OAuth client ID of the type "Desktop app".',
    'Copy its client ID and client secret into Umbra\'s settings under "Registration", or have your administrator set them by policy.',
  ],
};
