/**
 * A believable world to explore without an account: one person, nine accounts, fourteen calendars, all invented.
 * The same `now`, ids and random give the same world.
 */
import { createWorld, type WorldDeps } from '../world/create-world.ts';
import type { World } from '../world/types.ts';
import { wallOfUtc } from '../world/wall-clock.ts';
import { castAccounts, castCalendars, helena } from './cast.ts';
import { seededRandom } from './chance.ts';
import { companySeries } from './company-series.ts';
import { layOutDays, layOutHolidays, layOutStatusDays } from './lay-out-days.ts';
import { layOutSeries } from './lay-out-series.ts';
import { layOutShared } from './lay-out-shared.ts';
import { layOutJourneys, layOutSingles } from './lay-out-singles.ts';
import { ownSeries } from './own-series.ts';
import { sharedMeetings } from './shared-meetings.ts';
import { strewnSingles } from './singles.ts';
import { calendarId } from './stage.ts';

export interface SampleDeps extends WorldDeps {
  /** Uniform in [0, 1). Left out: always the same sample. */
  readonly random?: () => number;
}

const home = 'Europe/Berlin';
const usualSeed = 1907;

/** The sample, with more than 2,500 occurrences from the start of yesterday to 90 days ahead of `deps.now()`. */
export function sampleWorld(deps: SampleDeps): World {
  const world = createWorld(deps);
  const random = deps.random ?? seededRandom(usualSeed);
  const today = wallOfUtc(deps.now(), home).slice(0, 10);
  const stage = { world, random, today, newId: () => `${deps.newId()}@sample.example` };
  layOutAccounts(world);
  layOutSeries(stage, companySeries);
  layOutSeries(stage, ownSeries);
  layOutShared(stage, sharedMeetings);
  layOutSingles(stage, strewnSingles);
  layOutJourneys(stage);
  layOutDays(stage);
  layOutHolidays(stage);
  layOutStatusDays(stage);
  return world;
}

function layOutAccounts(world: World): void {
  for (const { key, email, cloud, tenant } of castAccounts)
    world.addAccount({ name: helena, email, cloud, tenant, token: `sample-token-${key}` });
  for (const { key, account, ...calendar } of castCalendars) {
    const owner = castAccounts.find((one) => one.key === account);
    if (owner !== undefined)
      world.addCalendar({ id: calendarId(key), accountEmail: owner.email, ...calendar });
  }
}
