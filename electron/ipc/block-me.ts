import { UserError } from '../../shared/errors/errors.ts';
import type { Calendar } from '../../shared/model/calendar.ts';
import type { ManualBlock } from '../../shared/model/manual-block.ts';
import { instant, MINUTE, plus, type Instant } from '../../shared/time/instant.ts';
import type { Interval } from '../../shared/time/interval.ts';
import { addDays } from '../../shared/time/plain-date.ts';
import { dateAt, startOfDay } from '../../shared/time/zone.ts';
import { resolveSelectors } from '../../shared/rules/selectors.ts';
import { blockTargets } from '../../shared/view/block-targets.ts';
import { calendarOf } from './calendar-of.ts';
import type { RunningApp } from './running-app.ts';

/** How long, from now on. */
export type FromNow = '30min' | '1h' | 'restOfDay';

/**
 * Blocks a span on the calendars named, or on those that the settings choose where none is. It is kept in the settings and
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
    targets: targetsOf(app, targets).map(({ id }) => id),
  };
  settings.saveManualBlocks([...settings.read().manualBlocks, block]);
  app.syncNow();
  app.changed('app', 'events');
}

/** What was blocked by hand and is not over, in order. */
export function ownBlocks(app: RunningApp): readonly ManualBlock[] {
  const now = app.now();
  return app.profile.settings
    .read()
    .manualBlocks.filter(({ end }) => end > now)
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Takes back one block set by hand, or every one where none is named. What is over stays as it was. */
export function unblockMe(app: RunningApp, id: string | null): void {
  const { settings } = app.profile;
  const gone = new Set(
    ownBlocks(app)
      .filter((block) => id === null || block.id === id)
      .map((block) => block.id),
  );
  if (gone.size === 0) return;
  settings.saveManualBlocks(settings.read().manualBlocks.filter((block) => !gone.has(block.id)));
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

function targetsOf(app: RunningApp, keys: readonly string[]): readonly Calendar[] {
  if (keys.length === 0) return usualTargets(app);
  const named = keys.map((key) => calendarOf(app, key));
  const refused = named.find((calendar) => !takesBlocks(calendar));
  if (refused !== undefined) throw new UserError('calendar.read-only', { calendar: refused.ref });
  return named;
}

/** What the settings choose. Throws where no block can be written to any of it. */
function usualTargets({ profile }: RunningApp): readonly Calendar[] {
  const calendars = profile.store.calendars();
  const rules = profile.rulesInForce().filter(({ enabled }) => enabled);
  const keys = new Set(
    blockTargets({
      chosen: profile.settings.read().blockTargets,
      writable: calendars.filter(takesBlocks).map(({ id }) => id),
      ruleTargets: rules.flatMap((rule) => [...resolveSelectors(rule, calendars).targets]),
    }),
  );
  if (keys.size === 0) throw new UserError('block-me.nowhere');
  return calendars.filter(({ id }) => keys.has(id));
}

function takesBlocks({ canRead, canWrite }: Calendar): boolean {
  return canRead && canWrite;
}
