import type { Instant } from '../../shared/time/instant.ts';
import { auditLine, entryTime } from '../store/audit/audit-line.ts';
import type { AuditEntry } from '../ports/store.ts';
import { csvCell } from './csv-cell.ts';
import type { Profile } from './profile.ts';

export const auditFormats = ['ndjson', 'csv', 'json'] as const;
export type AuditFormat = (typeof auditFormats)[number];

const columns = [
  ...['sequence', 'time', 'by', 'phase', 'action', 'outcome', 'rule', 'calendar'],
  ...['target', 'key', 'correlation', 'hash'],
] as const;

/** The audit log as the lines of a file, oldest first. Calendars by name besides their ids; no addresses, no texts of events. */
export function* auditLines(
  profile: Profile,
  format: AuditFormat,
  since?: Instant,
): Iterable<string> {
  const names = calendarNames(profile);
  const nameOf = ({ target }: AuditEntry): string | null =>
    target === null ? null : (names.get(target) ?? null);
  if (format === 'csv') yield columns.join(',');
  if (format === 'json') yield '[';
  let comma = '';
  for (const entry of profile.store.auditEntries(since)) {
    const calendar = nameOf(entry);
    switch (format) {
      case 'csv':
        yield csvLine({ ...entry, calendar, time: entryTime(entry) });
        break;
      case 'ndjson':
        yield auditLine(entry, { calendar });
        break;
      case 'json':
        yield `${comma}${auditLine(entry, { calendar })}`;
        comma = ',';
    }
  }
  if (format === 'json') yield ']';
}

function csvLine(view: Readonly<Record<string, unknown>>): string {
  return columns.map((column) => csvCell(cellOf(view[column]))).join(',');
}

function cellOf(value: unknown): string | number | null {
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

/** People and providers name calendars after addresses; the log and what is made of it hold none. */
function calendarNames({ store }: Profile): ReadonlyMap<string, string> {
  return new Map(store.calendars().map(({ id, ref }) => [id, withoutAddresses(ref)]));
}

export function withoutAddresses(text: string): string {
  return text.replace(/[^\s/@]+@[^\s/@]+/g, '(address)');
}
