/** Who is in the sample: one invented person, her accounts and calendars. Every domain is reserved for examples. */
import type { WorldAccount, WorldCalendar } from '../world/types.ts';

export const helena = 'Helena Brandt';

export type CompanyKey =
  | 'nordwall'
  | 'harrow'
  | 'meridor'
  | 'arvensis'
  | 'outlook'
  | 'family'
  | 'advisory'
  | 'kestrel'
  | 'private';

export interface CastAccount extends Pick<WorldAccount, 'email' | 'cloud' | 'tenant'> {
  readonly key: CompanyKey;
}

/** Four Microsoft 365 tenants, two Outlook.com accounts, three at Google. */
export const castAccounts: readonly CastAccount[] = [
  microsoft365('nordwall', 'helena.brandt', 'nordwall-energie.example'),
  microsoft365('harrow', 'hbrandt', 'harrowvale.example'),
  microsoft365('meridor', 'helena.brandt', 'meridor-robotics.example'),
  microsoft365('arvensis', 'h.brandt', 'arvensis-stiftung.example'),
  { key: 'outlook', email: 'helena.brandt@outlook.example', cloud: 'microsoft', tenant: null },
  { key: 'family', email: 'familie.brandt@outlook.example', cloud: 'microsoft', tenant: null },
  google('advisory', 'helena@brandt-advisory.example'),
  google('kestrel', 'helena.brandt@kestrelworks.example'),
  google('private', 'helena.brandt@postfach.example'),
];

export type CalendarKey = CompanyKey | 'leadership' | 'atlas' | 'holidays' | 'travel' | 'club';

export interface CastCalendar extends Pick<
  WorldCalendar,
  'name' | 'zone' | 'isDefault' | 'access' | 'color'
> {
  readonly key: CalendarKey;
  readonly account: CompanyKey;
}

const berlin = 'Europe/Berlin';
const london = 'Europe/London';
const newYork = 'America/New_York';
const zurich = 'Europe/Zurich';
const losAngeles = 'America/Los_Angeles';

export const castCalendars: readonly CastCalendar[] = [
  first('nordwall', 'Kalender', berlin, '#0f6cbd'),
  second('leadership', 'nordwall', 'Führungskreis', berlin, '#498205'),
  first('harrow', 'Calendar', london, '#8764b8'),
  first('meridor', 'Calendar', newYork, '#ca5010'),
  second('atlas', 'meridor', 'Project Atlas', newYork, '#038387', 'writer'),
  first('arvensis', 'Kalender', zurich, '#986f0b'),
  first('outlook', 'Kalender', berlin, '#4f6bed'),
  second('holidays', 'outlook', 'Feiertage in Deutschland', berlin, '#a19f9d', 'reader'),
  first('family', 'Familie', berlin, '#e3008c'),
  first('advisory', 'Helena Brandt', berlin, '#0b8043'),
  second('travel', 'advisory', 'Reisen', berlin, '#f6bf26'),
  first('kestrel', 'helena.brandt@kestrelworks.example', losAngeles, '#d50000'),
  first('private', 'Privat', berlin, '#7986cb'),
  second('club', 'private', 'Chor & Sport', berlin, '#33b679'),
];

function microsoft365(key: CompanyKey, name: string, tenant: string): CastAccount {
  return { key, email: `${name}@${tenant}`, cloud: 'microsoft', tenant };
}

function google(key: CompanyKey, email: string): CastAccount {
  return { key, email, cloud: 'google', tenant: null };
}

function first(account: CompanyKey, name: string, zone: string, color: string): CastCalendar {
  return { key: account, account, name, zone, isDefault: true, access: 'owner', color };
}

function second(
  key: CalendarKey,
  account: CompanyKey,
  name: string,
  zone: string,
  color: string,
  access: WorldCalendar['access'] = 'owner',
): CastCalendar {
  return { key, account, name, zone, isDefault: false, access, color };
}
