export const viewWords = {
  day: 'Day',
  workweek: 'Work week',
  week: 'Week',
  month: 'Month',
  agenda: 'Agenda',
} as const;
