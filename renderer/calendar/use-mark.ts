import type { CalendarRef } from '@fullcalendar/react';
import { useEffect, type RefObject } from 'react';
import type { Span } from './calendar-store.ts';
import { daysTouched } from './span-moves.ts';
import type { Place } from './use-calendar.ts';
import styles from './grid.module.css';

/** The class of a selected span on the library's grid. */
export const markClass = styles.mark ?? 'mark';

/** Where the selected span is drawn last, for what is shown beside it. */
export function markedPart(): Element | null {
  return [...document.querySelectorAll(`.${markClass}`)].at(-1) ?? null;
}

/** Shows the selected span on the library's grid, and brings it into sight. */
export function useMark(
  calendar: RefObject<CalendarRef | null>,
  marked: Span | null,
  { view, date }: Place,
  zone: string,
): void {
  const from = marked?.from ?? null;
  const to = marked?.to ?? null;
  useEffect(() => {
    const api = calendar.current?.getApi();
    // After the library has gone to the date, which ends what it had selected.
    queueMicrotask(() => {
      if (from === null || to === null) api?.unselect();
      else api?.select(selection({ from, to }, view === 'month', zone));
    });
    const frame = requestAnimationFrame(() =>
      markedPart()?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    );
    return () => cancelAnimationFrame(frame);
  }, [calendar, from, to, view, date, zone]);
}

interface Selection {
  readonly start: string | number;
  readonly end: string | number;
  readonly allDay: boolean;
}

function selection(span: Span, wholeDays: boolean, zone: string): Selection {
  if (wholeDays) return { ...daysTouched(span, zone), allDay: true };
  return { start: span.from, end: span.to, allDay: false };
}
