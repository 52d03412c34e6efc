import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../../renderer/calendar/entries.ts';
import { clockWords, dayWords, timeWords } from '../../../../renderer/calendar/time-words.ts';
import { toEventInput } from '../../../../renderer/calendar/to-event-input.ts';

const at = (from: string, to = from): { kind: 'timed'; start: number; end: number } => ({
  kind: 'timed',
  start: Date.parse(from),
  end: Date.parse(to),
});

describe('a moment, which an event without length is', () => {
  it('is told by one time, and at midnight by its own day', () => {
    const zone = 'Europe/Berlin';
    const [evening, midnight] = [at('2026-11-26T17:00:00Z'), at('2026-11-25T23:00:00Z')];
    expect(timeWords(evening, zone)).toBe(clockWords(evening.start, zone));
    expect(timeWords(midnight, zone)).toBe(clockWords(midnight.start, zone));
    const day = dayWords(midnight.start, zone);
    expect(day).toContain('26');
    expect(timeWords(midnight, zone, true)).toBe(`${day}, ${clockWords(midnight.start, zone)}`);
  });

  it('is not drawn as the hour that the library makes of it', () => {
    const entry = { time: at('2026-11-26T17:00:00Z'), look: 'event', title: 'Call' };
    expect(toEventInput(entry as Entry).end).toBe('2026-11-26T17:01:00.000Z');
    const longer = { ...entry, time: at('2026-11-26T17:00:00Z', '2026-11-26T17:30:00Z') };
    expect(toEventInput(longer as Entry).end).toBe('2026-11-26T17:30:00.000Z');
  });
});
