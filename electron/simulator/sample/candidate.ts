/** Which coming events people would change. Never one that a program left its mark on (hidden properties). */
import type { World, WorldCalendar, WorldOccurrence } from '../world/types.ts';
import { DAY_MS } from '../world/wall-clock.ts';
import { pick } from './chance.ts';

/** People mostly change what comes soon. */
export const soonDays = 21;

/** One of a calendar's occurrences that people may change. */
export interface Candidate {
  readonly calendar: WorldCalendar;
  readonly one: WorldOccurrence;
}

/** A random coming occurrence that fits, is not cancelled, and carries no program's mark; null where there is none. */
export function choose(
  world: World,
  random: () => number,
  fits: (candidate: Candidate) => boolean,
): Candidate | null {
  const now = world.now();
  const candidates = writable(world).flatMap((calendar) =>
    world
      .occurrences(calendar.id, now, now + soonDays * DAY_MS)
      .filter((one) => one.start > now && isPersonal(one))
      .map((one) => ({ calendar, one }))
      .filter(fits),
  );
  return pick(random, candidates) ?? null;
}

function isPersonal({ fields }: WorldOccurrence): boolean {
  return (
    Object.keys(fields.properties).length === 0 &&
    fields.eventType === 'default' &&
    !fields.cancelled &&
    fields.showAs !== 'free' &&
    fields.response !== 'declined'
  );
}

/** The calendars of all accounts that people can write to. */
export function writable(world: World): readonly WorldCalendar[] {
  return world
    .accounts()
    .flatMap((account) => world.calendars(account.email))
    .filter(({ access }) => access === 'owner' || access === 'writer');
}
