import { describe, expect, it } from 'vitest';
import type { Fetch } from '../../electron/ports/fetch.ts';
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
