export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
/** `mon` is the first: the index is the `weekday` of `wallClock`. */
export type Weekday = (typeof weekdays)[number];
