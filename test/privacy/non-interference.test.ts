import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorldFields } from '../../electron/simulator/world/types.ts';
import { CloudRig } from '../kit/cloud-rig.ts';

const everybody = [
  { label: 'M', cloud: 'microsoft' },
  { label: 'G', cloud: 'google' },
  { label: 'N', cloud: 'microsoft' },
] as const;

const word = fc.string({ unit: 'grapheme', maxLength: 30 });

/** All that the default mask withholds. */
const withheld: fc.Arbitrary<Partial<WorldFields>> = fc.record({
  title: word,
  location: word,
  description: word,
  categories: fc.array(word, { maxLength: 2 }),
  colorId: fc.option(fc.constantFrom('1', '5', '11'), { nil: null }),
  sensitivity: fc.constantFrom('normal', 'personal', 'private', 'confidential'),
  showAs: fc.constantFrom('busy', 'tentative', 'oof', 'workingElsewhere'),
  organizer: fc.option(
    fc.record({ name: word, email: fc.constantFrom('ceo@rival.example', 'me@home.example') }),
    { nil: null },
  ),
  onlineMeetingUrl: fc.option(fc.constant('https://meet.example/secret'), { nil: null }),
  reminderMinutes: fc.option(fc.nat(60), { nil: null }),
});

interface Planted {
  readonly at: string;
  readonly hour: number;
  readonly weekly: boolean;
  readonly one: Partial<WorldFields>;
  readonly other: Partial<WorldFields>;
}

const planted: fc.Arbitrary<Planted> = fc.record({
  at: fc.constantFrom('M/Work', 'G/Work', 'N/Work'),
  hour: fc.nat(23),
  weekly: fc.boolean(),
  one: withheld,
  other: withheld,
});

/** Every byte that went out in three days of life: events come, one changes, one goes. */
async function traffic(events: readonly Planted[], world: 'one' | 'other'): Promise<string[]> {
  const rig = new CloudRig(everybody);
  const sent: string[] = [];
  const live = async (): Promise<void> => {
    await rig.sync();
    sent.push(...rig.seen.map(({ call: { request } }) => JSON.stringify(request)).sort());
    rig.clock.advance(600_000);
  };
  const made = events.map(({ at, hour, weekly, ...fields }, index) =>
    rig.add(at, `2026-05-05T${String(hour).padStart(2, '0')}:00`, fields[world], {
      uid: `uid-${index}`,
      rrule: weekly ? 'FREQ=WEEKLY;COUNT=3' : null,
    }),
  );
  await live();
  const [first, last] = [made[0], made.at(-1)];
  if (first !== undefined) rig.world.updateEvent(first.calendarId, first.id, { title: world });
  await live();
  if (last !== undefined) rig.world.deleteEvent(last.calendarId, last.id);
  await live();
  return sent;
}

describe('[security P2] what goes over the wire', () => {
  it(
    'is the same, byte for byte, whatever a busy block must not tell',
    { timeout: 300_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(planted, { minLength: 1, maxLength: 5 }), async (events) => {
          expect(await traffic(events, 'other')).toEqual(await traffic(events, 'one'));
        }),
        { numRuns: 300 },
      );
    },
  );
});
