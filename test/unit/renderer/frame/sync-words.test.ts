import { describe, expect, it } from 'vitest';
import { whenWords } from '../../../../renderer/frame/sync-words.ts';

const now = Date.parse('2026-11-25T09:20:00Z');
const paused = {
  state: 'paused',
  failing: false,
  progress: null,
  lastCycleAt: now - 42_000,
  nextCycleAt: null,
} as const;
const clock = (at: number): string =>
  new Intl.DateTimeFormat(undefined, {
    timeZone: 'UTC',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);

describe('the second line of a paused sync', () => {
  it('does not say once more until when', () => {
    const pausedUntil = now + 3_600_000;
    const sentence = `Paused until ${clock(pausedUntil)}.`;
    expect(whenWords({ ...paused, sentence, pausedUntil }, now, 'UTC')).toBe('Synced 42 s ago');
    const open = { ...paused, sentence: 'Paused until you resume.', pausedUntil: null };
    expect(whenWords(open, now, 'UTC')).toBe('Synced 42 s ago');
  });

  it('says what tomorrow means', () => {
    const pausedUntil = now + 15 * 3_600_000;
    const until = { ...paused, sentence: 'Paused until tomorrow.', pausedUntil };
    expect(whenWords(until, now, 'UTC')).toBe(`Until ${clock(pausedUntil)}`);
  });
});
