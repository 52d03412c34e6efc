/**
 * `Prefer` headers of every read: times in UTC, and bodies as text, so that what we wrote reads the same everywhere
 * (https://learn.microsoft.com/graph/api/calendar-list-calendarview).
 */
export const READ_PREFERENCES = [
  'outlook.timezone="UTC"',
  'outlook.body-content-type="text"',
] as const;
