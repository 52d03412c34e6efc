import type { AppState } from '../../shared/ipc/app.ts';

export const pauses = [
  { length: '30min', words: '30 minutes' },
  { length: '1h', words: '1 hour' },
  { length: 'tomorrow', words: 'until tomorrow' },
  { length: 'untilResumed', words: 'until I resume' },
] as const;

export const blockSpans = [
  { span: '30min', words: '30 minutes' },
  { span: '1h', words: '1 hour' },
  { span: 'restOfDay', words: 'the rest of the day' },
] as const;

/** How long ago or ahead, in the largest unit that fits: "2 min". */
export function roughly(ms: number): string {
  const seconds = Math.max(0, Math.round(Math.abs(ms) / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.round(hours / 24)} days`;
}

/** The second line of the sync card: when it last ran and runs next. */
export function whenWords(sync: AppState['sync'], now: number, zone: string): string {
  const clock = (at: number): string =>
    new Intl.DateTimeFormat(undefined, {
      timeZone: zone,
      hour: '2-digit',
      minute: '2-digit',
      ...(Math.abs(at - now) > 72_000_000 ? { weekday: 'short' as const } : {}),
    }).format(at);
  const until =
    sync.state !== 'paused' || sync.pausedUntil === null ? null : clock(sync.pausedUntil);
  // The sentence above it says an hour of today itself.
  if (until !== null && !sync.sentence.includes(until)) return `Until ${until}`;
  const last = sync.lastCycleAt === null ? null : `Synced ${roughly(now - sync.lastCycleAt)} ago`;
  const next =
    sync.nextCycleAt === null || sync.nextCycleAt <= now
      ? null
      : `next in ${roughly(sync.nextCycleAt - now)}`;
  return [last, next].filter((part) => part !== null).join(', ');
}
