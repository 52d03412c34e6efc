import { instant } from '../../shared/time/instant.ts';
import { dateAt } from '../../shared/time/zone.ts';
import type { Entry } from './entries.ts';

export type AgendaLine =
  | { readonly kind: 'day'; readonly date: string; readonly count: number }
  | { readonly kind: 'entry'; readonly entry: Entry };

/** The entries by day, whole days first, each day under its heading. Days without any are left out. */
export function agendaLines(entries: readonly Entry[], zone: string, from: string): AgendaLine[] {
  const dayOf = ({ time }: Entry): string => {
    const day = time.kind === 'allDay' ? time.start : dateAt(instant(time.start), zone);
    return day < from ? from : day;
  };
  const startOf = ({ time }: Entry): number => (time.kind === 'allDay' ? 0 : time.start);
  const days = Map.groupBy(entries, dayOf);
  return [...days]
    .sort(([a], [b]) => a.localeCompare(b))
    .flatMap(([date, members]): AgendaLine[] => [
      { kind: 'day', date, count: members.length },
      ...members
        .toSorted((a, b) => startOf(a) - startOf(b) || a.title.localeCompare(b.title))
        .map((entry) => ({ kind: 'entry' as const, entry })),
    ]);
}
