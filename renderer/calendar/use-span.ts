import { useMemo } from 'react';
import { useNow } from '../state/now.ts';
import { useFeature } from '../state/stores.tsx';
import type { Span } from './calendar-store.ts';
import { firstSpan, type SpanGrid } from './span-moves.ts';
import { createSpanStore } from './span-store.ts';
import { dayNumbers, usePlace, useWorkingHours, useZone } from './use-calendar.ts';

export interface SelectedSpan {
  readonly span: Span | null;
  readonly grid: SpanGrid;
}

/** The span that is being selected on the calendar in sight; null while none is. */
export function useSpan(): SelectedSpan {
  const place = usePlace();
  const zone = useZone();
  const hours = useWorkingHours();
  const now = useNow(30_000);
  const { phase, span } = useFeature(createSpanStore, (state) => state);
  const { view, date } = place;
  const grid = useMemo<SpanGrid>(() => {
    const worked = dayNumbers(hours.days);
    const hiddenDays = [0, 1, 2, 3, 4, 5, 6].filter((day) => !worked.includes(day));
    return {
      unit: view === 'month' ? 'day' : 'halfHour',
      zone,
      hiddenDays: view === 'workweek' ? hiddenDays : [],
    };
  }, [view, zone, hours.days]);
  const first = useMemo(
    () => firstSpan(grid, date, now, hours.from),
    [grid, date, now, hours.from],
  );
  return { span: phase === 'none' ? null : (span ?? first), grid };
}
