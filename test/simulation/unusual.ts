import { between, pick } from '../../electron/simulator/sample/chance.ts';
import type { WorldTime } from '../../electron/simulator/world/types.ts';
import type { CloudRig } from '../kit/cloud-rig.ts';
import type { Users } from './users.ts';

const SECOND = 1_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const zones = [
  'Europe/Berlin',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
] as const;

/** Events that few people have: in other zones and in the night when the clocks change, endless, tiny, huge. */
export class Unusual {
  readonly #rig: CloudRig;
  readonly #users: Users;

  constructor(rig: CloudRig, users: Users) {
    this.#rig = rig;
    this.#users = users;
  }

  /** By another zone's clocks, often in the night, often every day over the change of the clocks. */
  abroad(random: () => number): void {
    const calendar = pick(random, this.#users.calendars());
    if (calendar === undefined) return;
    const start = this.#day(between(random, 1, 6)) + (pick(random, [1, 2, 3, 9, 23]) ?? 9) * HOUR;
    // Longer than any clock is put forward, or it would end before it begins.
    const end = start + between(random, 3, 6) * (HOUR / 2);
    const rrule = pick(random, [null, 'FREQ=DAILY;COUNT=6', 'FREQ=WEEKLY;COUNT=3']) ?? null;
    this.#users.put(random, calendar, timed(start, end, pick(random, zones) ?? 'UTC'), rrule);
  }

  /** Returns the form of fault that it is. */
  flood(random: () => number): 'endless series' | 'odd lengths' {
    const calendar = pick(random, this.#users.calendars());
    const day = this.#day(between(random, 2, 20));
    if (calendar === undefined) return 'odd lengths';
    if (random() < 0.3) {
      const rrule = pick(random, ['FREQ=WEEKLY', 'FREQ=MONTHLY', 'FREQ=WEEKLY;COUNT=520']) ?? '';
      this.#users.put(
        random,
        calendar,
        timed(day - 1_400 * DAY + 9 * HOUR, day - 1_400 * DAY + 10 * HOUR),
        rrule,
      );
      return 'endless series';
    }
    for (const length of [0, 30 * SECOND, 30 * DAY])
      if (random() < 0.5)
        this.#users.put(random, calendar, timed(day + 11 * HOUR, day + 11 * HOUR + length), null);
    return 'odd lengths';
  }

  #day(ahead: number): number {
    return (Math.floor(this.#rig.clock.now() / DAY) + ahead) * DAY;
  }
}

function timed(start: number, end: number, zone = 'UTC'): WorldTime {
  const wall = (ms: number): string => new Date(ms).toISOString().slice(0, 19);
  return { kind: 'timed', start: wall(start), end: wall(end), zone };
}
