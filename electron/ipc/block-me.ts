import { UserError } from '../../shared/errors/errors.ts';
import type { Calendar } from '../../shared/model/calendar.ts';
import type { ManualBlock } from '../../shared/model/manual-block.ts';
import { instant, MINUTE, plus, type Instant } from '../../shared/time/instant.ts';
import type { Interval } from '../../shared/time/interval.ts';
import { addDays } from '../../shared/time/plain-date.ts';
import { dateAt, startOfDay } from '../../shared/time/zone.ts';
import { calendarOf } from './calendar-of.ts';
import type { RunningApp } from './running-app.ts';

/** How long, from now on. */
export type FromNow = '30min' | '1h' | 'restOfDay';

/**
 * Blocks a span on the calendars named, or on all that can be written where none is. It is kept in the settings and
 * planned like anything else, so that it is written with our marker, repaired, and removed by us alone.
 */
export function blockMe(
  app: RunningApp,
  span: FromNow | Interval,
  targets: readonly string[],
): void {
  const { settings } = app.profile;
  const wanted = typeof span === 'string' ? fromNow(span, app.now(), app.zone) : span;
  if (wanted.end <= wanted.start || wanted.end <= app.now()) throw new UserError('span.empty');
  const { random } = app.options.surroundings;
  const block: ManualBlock = {
    id: Buffer.from(random.bytes(8)).toString('hex'),
    ...wanted,
    targets: writable(app, targets).map(({ id }) => id),
  };
  settings.saveManualBlocks([...settings.read().manualBlocks, block]);
  app.syncNow();
  app.changed('app', 'events');
}

/** Takes back every block set by hand that is not over. What is over stays as it was. */
export function unblockMe(app: RunningApp): void {
  const { settings } = app.profile;
  const before = settings.read().manualBlocks;
  const kept = before.filter(({ end }) => end <= app.now());
  if (kept.length === before.length) return;
  settings.saveManualBlocks(kept);
  app.syncNow();
  app.changed('app', 'events');
}

function fromNow(length: FromNow, now: Instant, zone: string): Interval {
  const start = instant(Math.floor(now / MINUTE) * MINUTE);
  switch (length) {
    case '30min':
      return { start, end: plus(start, 30 * MINUTE) };
    case '1h':
      return { start, end: plus(start, 60 * MINUTE) };
    case 'restOfDay':
      return { start, end: startOfDay(addDays(dateAt(now, zone), 1), zone) };
  }
}

function writable(app: RunningApp, keys: readonly string[]): readonly Calendar[] {
  const named =
    keys.length === 0
      ? app.profile.store.calendars().filter(({ canRead, canWrite }) => canRead && canWrite)
      : keys.map((key) => calendarOf(app, key));
  const refused = named.find(({ canRead, canWrite }) => !canRead || !canWrite);
  if (refused !== undefined) throw new UserError('calendar.read-only', { calendar: refused.ref });
  if (named.length === 0) throw new UserError('calendar.unknown');
  return named;
}
