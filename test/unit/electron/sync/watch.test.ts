import { describe, expect, it } from 'vitest';
import { Bell } from '../../../../electron/sync/bell.ts';
import { watch } from '../../../../electron/sync/watch.ts';
import { CloudRig } from '../../../kit/cloud-rig.ts';

/** Lets the loop live through some time and counts its cycles. */
async function cycles(
  bell: Bell,
  paused: () => boolean,
  during: (pass: (ms: number) => Promise<void>) => Promise<void>,
): Promise<number> {
  const rig = new CloudRig([{ label: 'A', cloud: 'google' }]);
  const { clock } = rig;
  const ending = new AbortController();
  let count = 0;
  const loop = watch(
    {
      engine: rig.device.engine,
      clock,
      random: { next: () => 0, bytes: (length) => new Uint8Array(length) },
      bell,
      paused,
      surroundings: () => ({ userActive: false, onBattery: true }),
      quotaShare: () => 0,
      onSchedule: () => undefined,
      onReport: () => {
        count += 1;
      },
    },
    ending.signal,
  );
  await during((ms) => clock.run(clock.sleep(ms)));
  ending.abort();
  await clock.run(loop);
  return count;
}

describe('the watch loop', () => {
  it('begins with a cycle, and runs another when the bell rings', async () => {
    const bell = new Bell();
    const count = await cycles(
      bell,
      () => false,
      async (pass) => {
        await pass(2_000);
        bell.ring();
        await pass(2_000);
      },
    );
    expect(count).toBe(2);
  });

  it('rests while paused, but for what the user insists on', async () => {
    const bell = new Bell();
    const count = await cycles(
      bell,
      () => true,
      async (pass) => {
        await pass(3_600_000);
        bell.ring();
        await pass(60_000);
        bell.ring(true);
        await pass(60_000);
      },
    );
    expect(count).toBe(1);
  });

  it('does not let a wish that nobody insists on weaken one that somebody does', () => {
    const bell = new Bell();
    bell.ring(true);
    bell.ring();
    expect([bell.take(), bell.take()]).toEqual(['insisted', 'none']);
  });
});
