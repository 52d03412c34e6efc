/**
 * Graph's ids over the world's: opaque to clients, with characters that must be encoded in a path. Without the
 * preference for immutable ids an event is known by another name, as in Exchange.
 */
export interface EventName {
  readonly eventId: string;
  /** Original start of an occurrence; null for a single event or a series. */
  readonly occurrence: string | null;
}

export function calendarName(worldId: string): string {
  return `AQMkAD${worldId}=`;
}

export function calendarWorldId(graphId: string): string | null {
  return /^AQMkAD(.+)=$/.exec(graphId)?.[1] ?? null;
}

export function eventName({ eventId, occurrence }: EventName, immutable: boolean): string {
  const prefix = immutable ? 'AAkALg' : 'AAMkAG';
  return `${prefix}${eventId}${occurrence === null ? '' : `_${Buffer.from(occurrence).toString('hex')}`}=`;
}

export function readEventName(graphId: string): EventName | null {
  const match = /^(?:AAkALg|AAMkAG)([^_=]+)(?:_([0-9a-f]+))?=$/.exec(graphId);
  if (match === null) return null;
  const [, eventId = '', hex] = match;
  return {
    eventId,
    occurrence: hex === undefined ? null : Buffer.from(hex, 'hex').toString('utf8'),
  };
}

/**
 * Outlook's own form of a UID: 16 fixed bytes, the day of the occurrence (zero for a series), then another program's
 * UID wrapped ([MS-OXOCAL] PidLidGlobalObjectId).
 */
export function iCalUId(uid: string, occurrenceDay: string | null): string {
  const [year = 0, month = 0, day = 0] = (occurrenceDay ?? '').split('-').map(Number);
  const hex = (value: number, bytes: number): string =>
    value
      .toString(16)
      .padStart(bytes * 2, '0')
      .toUpperCase();
  const date = occurrenceDay === null ? '00000000' : hex(year, 2) + hex(month, 1) + hex(day, 1);
  const wrapped = Buffer.from(`vCal-Uid\u0001\0\0\0${uid}\0`, 'latin1');
  const size = Buffer.alloc(4);
  size.writeUInt32LE(wrapped.length);
  return `040000008200E00074C5B7101A82E008${date}${'0'.repeat(32)}${size.toString('hex').toUpperCase()}${wrapped.toString('hex').toUpperCase()}`;
}
