import { afterEach, describe, expect, it } from 'vitest';
import { viewOf } from '../../electron/cli/verbs/sync.ts';
import type { Fetch } from '../../electron/ports/fetch.ts';
import { AppRig } from '../kit/app-rig.ts';
import { CloudRig } from '../kit/cloud-rig.ts';

describe('one run of a cycle', () => {
  it('[sync-engine, Speed] also acts on an account that ended reading while another was written to', async () => {
    const rig = new CloudRig([
      { label: 'M', cloud: 'microsoft', calendars: ['Work', 'Team'] },
      { label: 'G', cloud: 'google' },
    ]);
    rig.add('M/Work', '2026-05-05T09:00');
    rig.add('G/Work', '2026-05-06T09:00');
    // The cycle's patience with readers ends after 15 s, and the write is still under way when this reader is done.
    const slow =
      (fetch: Fetch): Fetch =>
      async (url, init) => {
        const signal = init?.signal ?? undefined;
        const reads = url.includes('google.example') && init?.method === 'GET';
        const writes = url.includes('graph.example') && init?.method === 'POST';
        if (reads && url.includes('/events')) await rig.clock.sleep(18_000, signal);
        if (writes) await rig.clock.sleep(25_000, signal);
        return fetch(url, init);
      };
    const device = rig.newDevice(undefined, slow);
    expect(await rig.sync(device)).toMatchObject({ ok: true, created: 4 });
    expect(rig.blocks('G/Work')).toEqual(['Busy 05-05T09:00 05-05T10:00']);
    expect(rig.blocks('M/Work')).toEqual(['Busy 05-06T09:00 05-06T10:00']);
    expect(rig.blocks('M/Team')).toHaveLength(2);
  });
});

describe('an account that lets everybody wait', () => {
  const HOUR = 3_600_000;
  let rig: AppRig;
  afterEach(() => rig.close());

  /** A's provider takes so long for every answer from now on. */
  async function slow(ms: number): Promise<void> {
    rig = new AppRig([
      { label: 'A', cloud: 'microsoft' },
      { label: 'B', cloud: 'google' },
    ]);
    const { surroundings } = rig.options;
    let quiet = false;
    const waiting: Fetch = async (url, init) => {
      if (quiet && url.includes('graph.example'))
        await rig.clouds.clock.sleep(ms, init?.signal ?? undefined);
      return surroundings.fetch(url, init);
    };
    Object.assign(rig.options, { surroundings: { ...surroundings, fetch: waiting } });
    await rig.start({ id: 'mesh', sources: ['*'], targets: ['*'] });
    quiet = true;
  }

  const state = (): string => rig.app.loop.standings.of(rig.account('A') as never).state;

  /** Lives for an hour; returns how many cycles ended, and all that `look` saw. */
  async function hour<T>(look: () => T): Promise<{ cycles: number; seen: ReadonlySet<T> }> {
    const begun = rig.app.now();
    const reports = new Set<unknown>();
    const seen = new Set<T>();
    await rig.until(() => {
      reports.add(rig.app.loop.report);
      seen.add(look());
      return rig.app.now() - begun > HOUR;
    });
    return { cycles: reports.size, seen };
  }

  it('in vain stays unreachable, is called well in no cycle, and makes cycles rarer as a refusal does', async () => {
    await slow(HOUR);
    await rig.until(() => state() !== 'healthy');
    const { cycles, seen } = await hour(() => `${state()} ${String(rig.app.loop.report?.ok)}`);
    expect([...seen]).toEqual(['unreachable false']);
    expect((await rig.call('state', {})).sync.failing).toBe(true);
    expect(cycles).toBeLessThan(25);
  });

  it('is named by the command where a cycle did not hear it', async () => {
    await slow(HOUR);
    const { profile, loop } = rig.app;
    await rig.until(() => loop.report?.ok === false);
    if (loop.report === null) throw new Error('No cycle has ended');
    expect(viewOf(profile, loop.report)).toMatchObject({ ok: false, reading: ['A'], problems: [] });
  });

  it('for its answers makes no cycle rarer, and is no trouble', async () => {
    await slow(18_000);
    const { cycles, seen } = await hour(state);
    expect([...seen]).toEqual(['healthy']);
    expect(cycles).toBeGreaterThan(60);
  });
});
