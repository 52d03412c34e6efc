/**
 * The calendar library brings a polyfill of Temporal; Chromium has the real one. Built in its place: the few functions of
 * the polyfill's that the library calls, by the names that it calls them.
 */
export const fromEpochMilliseconds = (ms: number): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(ms);

export const toZonedDateTimeISO = (
  instant: Temporal.Instant,
  zone: string,
): Temporal.ZonedDateTime => instant.toZonedDateTimeISO(zone);

export const create = (
  ...parts: ConstructorParameters<typeof Temporal.PlainDateTime>
): Temporal.PlainDateTime => new Temporal.PlainDateTime(...parts);

export const toZonedDateTime = (
  wall: Temporal.PlainDateTime,
  zone: string,
): Temporal.ZonedDateTime => wall.toZonedDateTime(zone);

export const offsetNanoseconds = (zoned: Temporal.ZonedDateTime): number => zoned.offsetNanoseconds;
