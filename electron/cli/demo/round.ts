import type { World, WorldAccount } from '../../simulator/world/types.ts';
import type { Interval } from '../../../shared/time/interval.ts';
import type { CycleReport } from '../../sync/cycle-report.ts';
import type { Profile } from '../../profile/profile.ts';
import { allCalendars, isBlock } from './expected.ts';
import { minimumRequests, type CalendarWork } from './minimum.ts';

export interface CalendarRow {
  readonly account: string;
  readonly calendar: string;
  readonly provider: 'microsoft' | 'google';
  readonly events: number;
  readonly blocks: number;
  readonly created: number;
  readonly updated: number;
  readonly deleted: number;
}

export interface Round {
  readonly name: string;
  readonly report: CycleReport;
  readonly calendars: readonly CalendarRow[];
  readonly requests: {
    readonly total: number;
    readonly minimum: number;
    readonly byAccount: Readonly<Record<string, number>>;
  };
}

type Counts = ReadonlyMap<
  string,
  { readonly created: number; readonly updated: number; readonly deleted: number }
>;

export interface Since {
  readonly audit: number;
  readonly requests: Readonly<Record<string, number>>;
}

/** What a round did, per calendar and account, read from the audit log and the clouds. */
export function roundOf(
  name: string,
  profile: Profile,
  world: World,
  report: CycleReport,
  window: Interval,
  since: Since,
  first: boolean,
): Round {
  const rows = calendarRows(profile, world, window, since);
  const now = requestsNow(profile, world.accounts());
  const byAccount = Object.fromEntries(
    Object.entries(now).map(([label, total]) => [label, total - (since.requests[label] ?? 0)]),
  );
  const refs = new Map(profile.store.calendars().map(({ id, ref }) => [id, ref]));
  const changed = new Set(report.changedCalendars.map((id) => refs.get(id)));
  const work = rows.map((row): CalendarWork => ({
    provider: row.provider,
    account: row.account,
    items: row.events + (first ? 0 : row.blocks),
    writes: row.created + row.updated + row.deleted,
    changed: changed.has(`${row.account}/${row.calendar}`),
  }));
  return {
    name,
    report,
    calendars: rows,
    requests: {
      total: Object.values(byAccount).reduce((sum, one) => sum + one, 0),
      minimum: minimumRequests(work, first),
      byAccount,
    },
  };
}

function calendarRows(
  profile: Profile,
  world: World,
  window: Interval,
  since: Since,
): readonly CalendarRow[] {
  const counts = countsSince(profile, since.audit);
  const { accounts } = profile.settings.read();
  const byName = new Map(
    profile.store.calendars().map(({ account, name, id }) => [`${account} ${name}`, id]),
  );
  return allCalendars(world).map((calendar) => {
    const account = accounts.find(({ email }) => email === calendar.accountEmail);
    const occurrences = world.occurrences(calendar.id, window.start, window.end);
    const blocks = occurrences.filter(({ fields }) => isBlock(fields)).length;
    const id = byName.get(`${account?.id ?? ''} ${calendar.name}`) ?? '';
    return {
      account: account?.label ?? '',
      calendar: calendar.name,
      provider: account?.provider ?? 'google',
      events: occurrences.length - blocks,
      blocks,
      ...(counts.get(id) ?? { created: 0, updated: 0, deleted: 0 }),
    };
  });
}

export function requestsNow(
  profile: Profile,
  people: readonly WorldAccount[],
): Readonly<Record<string, number>> {
  const emails = new Set(people.map(({ email }) => email));
  const accounts = profile.settings.read().accounts.filter(({ email }) => emails.has(email));
  return Object.fromEntries(
    accounts.map(({ id, label }) => [label, profile.providers.ledger.totals(id).total]),
  );
}

export function auditLength({ store }: Profile): number {
  let length = 0;
  for (const { sequence } of store.auditEntries()) length = sequence;
  return length;
}

function countsSince({ store }: Profile, sequence: number): Counts {
  const counts = new Map<string, { created: number; updated: number; deleted: number }>();
  for (const entry of store.auditEntries()) {
    if (entry.sequence <= sequence || entry.target === null || entry.phase === 'intent') continue;
    const row = counts.get(entry.target) ?? { created: 0, updated: 0, deleted: 0 };
    if (entry.action === 'create' && (entry.outcome === 'written' || entry.outcome === 'exists'))
      row.created += 1;
    if (entry.action === 'update' && entry.outcome === 'written') row.updated += 1;
    if (entry.action === 'delete' && entry.outcome === 'removed') row.deleted += 1;
    counts.set(entry.target, row);
  }
  return counts;
}
