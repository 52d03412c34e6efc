import type { AccountView, CalendarView } from '../../shared/ipc/accounts.ts';
import type { ProviderKind } from '../../shared/model/account.ts';

export type AccountState = AccountView['state'];
export type Tone = 'good' | 'busy' | 'warn' | 'bad';

export const stateWords: Readonly<
  Record<AccountState, { readonly label: string; readonly tone: Tone }>
> = {
  connecting: { label: 'Connecting', tone: 'busy' },
  healthy: { label: 'Healthy', tone: 'good' },
  throttled: { label: 'Slowed down by the provider', tone: 'busy' },
  needsSignIn: { label: 'Sign in again', tone: 'bad' },
  needsAdmin: { label: 'Waits for an administrator', tone: 'bad' },
  readOnly: { label: 'Can only be read', tone: 'warn' },
  unreachable: { label: 'Not reachable', tone: 'warn' },
};

export const providerWords: Readonly<Record<ProviderKind, string>> = {
  microsoft: 'Microsoft',
  google: 'Google',
};

/** What may be done with a calendar, in words. */
export function accessWords({ canRead, canWrite }: CalendarView): string {
  if (canRead && canWrite) return 'Read and write';
  return canRead ? 'Read only' : 'Free/busy only';
}

/** Why a calendar can be no source, or no target; null where it can be both. */
export function accessRemark({ canRead, canWrite }: CalendarView): string | null {
  if (!canRead) return 'Its events can’t be listed, so rules leave it out.';
  return canWrite ? null : 'It can be a source, but no block can be written to it.';
}

const LABEL_MAX = 60;

/** What is wrong with a name for an account; null where nothing is. */
export function labelProblem(label: string, taken: readonly string[]): string | null {
  const text = label.trim();
  if (text === '') return 'Give it a name; rules call its calendars by it.';
  if (text.length > LABEL_MAX) return `At most ${LABEL_MAX} characters.`;
  if (/[/*\p{Cc}]/u.test(text)) return 'A name holds no “/”, “*” or control characters.';
  return taken.includes(text) ? 'Another account has this name.' : null;
}

/** A mail to the administrator of an organisation that has to allow the program first. */
export function adminMail({ provider, email }: AccountView): string {
  const organisation = email.slice(email.lastIndexOf('@') + 1);
  const [place, rights] =
    provider === 'microsoft'
      ? [
          'Microsoft Entra admin centre → Enterprise applications → Umbra → Permissions → Grant admin consent',
          'Calendars.ReadWrite, offline_access and User.Read, all delegated',
        ]
      : [
          'Google Admin console → Security → API controls → Manage third-party app access → Umbra → Trusted',
          'calendar.events and calendar.calendarlist.readonly',
        ];
  return [
    `Hello,`,
    ``,
    `I would like to use Umbra with my calendar at ${organisation}. It writes “Busy” blocks between my own calendars and runs on my computer only; no server of its vendor sees any data.`,
    ``,
    `Please allow it: ${place}.`,
    `It asks for: ${rights}. It reads and writes my own calendar only, never mail, files or other people’s calendars.`,
    ``,
    `Thank you.`,
  ].join('\n');
}

/** How to register a client id, where this build has none. */
export const clientIdSteps: Readonly<Record<ProviderKind, readonly string[]>> = {
  microsoft: [
    'Open entra.microsoft.com → App registrations → New registration.',
    'Choose “Accounts in any organizational directory and personal Microsoft accounts”.',
    'As redirect URI choose “Mobile and desktop applications” and write http://localhost.',
    'Under API permissions add the delegated permissions Calendars.ReadWrite and offline_access.',
    'Copy the application (client) id and give it to Umbra in the managed policy or when it is packaged.',
  ],
  google: [
    'Open console.cloud.google.com → APIs & Services, and enable the Google Calendar API.',
    'Configure the consent screen, and publish it: a project in testing signs you out every week.',
    'Under Credentials create an OAuth client id of the kind “Desktop app”.',
    'Copy the client id and give it to Umbra in the managed policy or when it is packaged.',
  ],
};

export interface AccountTotals {
  readonly calendars: number;
  readonly events: number;
  readonly blocks: number;
}

export function accountTotals({ calendars }: Pick<AccountView, 'calendars'>): AccountTotals {
  return {
    calendars: calendars.length,
    events: calendars.reduce((sum, { events }) => sum + events, 0),
    blocks: calendars.reduce((sum, { blocks }) => sum + blocks, 0),
  };
}
