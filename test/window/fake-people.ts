import type { AccountView, CalendarView } from '../../shared/ipc/accounts.ts';

/** The accounts of one busy person: eight sign-ins, twenty calendars, every state an account can be in. */
export const zone = 'Europe/Berlin';
/** Wednesday, 25 November 2026, 10:20 in Berlin. */
export const now = Date.parse('2026-11-25T09:20:00Z');

const calendar = (
  account: string,
  label: string,
  name: string,
  color: string,
  events: number,
  more: Partial<CalendarView> = {},
): CalendarView => ({
  key: `${account}:${name.toLowerCase().replace(/\W+/g, '-')}`,
  ref: `${label}/${name}`,
  name,
  color,
  canRead: true,
  canWrite: true,
  isDefault: name === 'Calendar' || name === label,
  standIn: null,
  zone,
  events,
  blocks: more.canWrite === false ? 0 : Math.round(events * 1.7),
  lastReadAt: now - 42_000,
  ...more,
});

const healthy = {
  inTrouble: false,
  state: 'healthy',
  sentence: 'Everything in its place.',
  mend: null,
} as const;

export function people(): AccountView[] {
  return [
    {
      id: 'acme',
      label: 'Acme',
      email: 'katharina.vogt@acme.example',
      provider: 'microsoft',
      sample: true,
      stopped: false,
      ...healthy,
      calendars: [
        calendar('acme', 'Acme', 'Calendar', '#2f6fde', 148),
        calendar('acme', 'Acme', 'Executive committee', '#8a4fd0', 22),
        calendar('acme', 'Acme', 'Travel', '#0f8f8c', 17),
      ],
    },
    {
      id: 'northwind',
      label: 'Northwind Board',
      email: 'k.vogt@northwind.example',
      provider: 'microsoft',
      sample: true,
      stopped: false,
      ...healthy,
      calendars: [
        calendar('northwind', 'Northwind Board', 'Calendar', '#c2410c', 31),
        calendar('northwind', 'Northwind Board', 'Audit committee', '#a16207', 9),
      ],
    },
    {
      id: 'helix',
      label: 'Helix Advisory',
      email: 'katharina@helix.example',
      provider: 'google',
      sample: true,
      stopped: false,
      inTrouble: false,
      state: 'throttled',
      sentence: 'Google slows us down for 40 s. Nothing is lost.',
      mend: null,
      calendars: [
        calendar('helix', 'Helix Advisory', 'Katharina Vogt', '#188038', 96, { isDefault: true }),
        calendar('helix', 'Helix Advisory', 'Client visits', '#d01884', 28),
        calendar('helix', 'Helix Advisory', 'Team absences', '#5f6368', 64, { canWrite: false }),
      ],
    },
    {
      id: 'brightside',
      label: 'Brightside Foundation',
      email: 'kv@brightside.example',
      provider: 'google',
      sample: true,
      stopped: false,
      inTrouble: true,
      state: 'needsSignIn',
      sentence: 'Google no longer accepts this sign-in. Its blocks stay as they are.',
      mend: { verb: 'signIn', words: 'Sign in again' },
      calendars: [
        calendar('brightside', 'Brightside Foundation', 'Katharina', '#b3261e', 14, {
          isDefault: true,
          lastReadAt: now - 5_400_000,
        }),
        calendar('brightside', 'Brightside Foundation', 'Grants panel', '#7c3aed', 6, {
          lastReadAt: now - 5_400_000,
        }),
      ],
    },
    {
      id: 'personal',
      label: 'Personal',
      email: 'kathi.vogt@outlook.example',
      provider: 'microsoft',
      sample: true,
      stopped: false,
      ...healthy,
      calendars: [
        calendar('personal', 'Personal', 'Calendar', '#0e7490', 73),
        calendar('personal', 'Personal', 'Family', '#be185d', 52),
        calendar('personal', 'Personal', 'Birthdays', '#6b7280', 41, { canWrite: false }),
      ],
    },
    {
      id: 'uni',
      label: 'TU Lecture',
      email: 'vogt@tu.example',
      provider: 'google',
      sample: true,
      stopped: false,
      ...healthy,
      calendars: [
        calendar('uni', 'TU Lecture', 'Vogt', '#4d7c0f', 26, { isDefault: true }),
        calendar('uni', 'TU Lecture', 'Exams', '#92400e', 8, { zone: 'Europe/Zurich' }),
      ],
    },
    {
      id: 'meridian',
      label: 'Meridian Capital',
      email: 'kvogt@meridian.example',
      provider: 'microsoft',
      sample: true,
      stopped: false,
      inTrouble: true,
      state: 'needsAdmin',
      sentence: 'Meridian has to allow Umbra first.',
      mend: { verb: 'askAdmin', words: 'Copy the request for your administrator' },
      calendars: [
        calendar('meridian', 'Meridian Capital', 'Calendar', '#1d4ed8', 0, {
          canRead: false,
          canWrite: false,
          lastReadAt: null,
        }),
        calendar('meridian', 'Meridian Capital', 'Investment committee', '#4338ca', 12, {
          zone: 'America/New_York',
        }),
      ],
    },
    {
      id: 'solstice',
      label: 'Solstice Ventures',
      email: 'kv@solstice.example',
      provider: 'google',
      sample: true,
      stopped: false,
      inTrouble: false,
      state: 'readOnly',
      sentence: 'We may read here, not write.',
      mend: { verb: 'signIn', words: 'Grant writing' },
      calendars: [
        calendar('solstice', 'Solstice Ventures', 'KV', '#c026d3', 19, {
          isDefault: true,
          canWrite: false,
        }),
        calendar('solstice', 'Solstice Ventures', 'Portfolio', '#0369a1', 23, { canWrite: false }),
        calendar(
          'solstice',
          'Solstice Ventures',
          'Deal flow with a rather long calendar name',
          '#059669',
          11,
          { canWrite: false },
        ),
      ],
    },
  ];
}
