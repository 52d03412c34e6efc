import { useMemo } from 'react';
import { createAccountsStore } from '../state/app.ts';
import { useFeature } from '../state/stores.tsx';
import { calendarChoices, type CalendarChoice } from '../../shared/rules/calendar-choices.ts';

/** Every calendar that a rule can name. */
export function useChoices(): readonly CalendarChoice[] {
  const accounts = useFeature(createAccountsStore, (state) => state.value);
  return useMemo(() => calendarChoices(accounts ?? []), [accounts]);
}
