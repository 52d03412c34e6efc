/** What the engine does under a policy, over real requests: whoever gets past the window still meets this. */
import { describe, expect, it } from 'vitest';
import type { PolicyValues } from '../../shared/policy/policies.ts';
import { CloudRig } from '../kit/cloud-rig.ts';
import type { RuleInput } from '../kit/plan-world.ts';

const minute = 60_000;
const titles: RuleInput = { id: 'titles', sources: ['*'], targets: ['*'], mask: 'title' };

/** Two people's worth of calendars with their blocks in place, before any policy. */
async function settled(...rules: readonly RuleInput[]): Promise<CloudRig> {
  const rig = new CloudRig([
    { label: 'A', cloud: 'microsoft' },
    { label: 'B', cloud: 'google' },
  ]);
  rig.setRules(...(rules.length === 0 ? [titles] : rules));
  rig.add('A/Work', '2026-05-05T09:00', { title: 'Board' });
  rig.add('B/Work', '2026-05-06T09:00', { title: 'Dentist' });
  await rig.sync();
  rig.clock.advance(minute);
  return rig;
}

function under(rig: CloudRig, values: PolicyValues, obstacles: readonly string[] = []): CloudRig {
  rig.policy = { values, obstacles };
  return rig;
}

/** What was asked of somebody's account. */
const asked = (rig: CloudRig, email: string): readonly unknown[] =>
  rig.seen.filter(({ call }) => call.accountEmail === email).map(({ call }) => call.request);

describe('an account that policy stops', () => {
  const noGoogle: PolicyValues = { AllowedProviders: ['microsoft', 'outlook.com'] };

  it('[P31] is not asked for anything, and nothing is written to it or removed from it', async () => {
    const rig = under(await settled(), noGoogle);
    const gone = rig.world
      .events(rig.calendar('A/Work').id)
      .find(({ fields }) => fields.title === 'Board');
    if (gone !== undefined) rig.world.deleteEvent(gone.calendarId, gone.id);
    rig.add('A/Work', '2026-05-07T09:00', { title: 'Offsite' });
    await rig.sync();
    expect(asked(rig, 'b@google.example')).toEqual([]);
    expect(asked(rig, 'a@microsoft.example')).not.toEqual([]);
    expect(rig.blocks('B/Work')).toEqual(['Board 05-05T09:00 05-05T10:00']);
  });

  it('[P31] keeps what its events cast elsewhere, and casts nothing new', async () => {
    const rig = under(await settled(), noGoogle);
    rig.add('B/Work', '2026-05-08T09:00', { title: 'Secret' });
    await rig.sync();
    expect(rig.blocks('A/Work')).toEqual(['Dentist 05-06T09:00 05-06T10:00']);
  });

  it('[P31] catches up once it is allowed again', async () => {
    const rig = under(await settled(), noGoogle);
    rig.add('A/Work', '2026-05-07T09:00', { title: 'Offsite' });
    await rig.sync();
    under(rig, {});
    rig.clock.advance(minute);
    await rig.sync();
    expect(rig.blocks('B/Work')).toHaveLength(2);
    rig.clock.advance(minute);
    expect(await rig.sync()).toMatchObject({ created: 0, updated: 0, deleted: 0 });
  });

  it('can still be left: its blocks go with everything else that Umbra wrote', async () => {
    const rig = under(await settled(), noGoogle);
    const { engine } = rig.device;
    await rig.clock.run(engine.purge({ anyVault: false }, new AbortController().signal));
    expect([rig.blocks('A/Work'), rig.blocks('B/Work')]).toEqual([[], []]);
  });
});

describe('A3: a direction that policy forbids', () => {
  const noMix: PolicyValues = {
    ForbiddenDirections: [{ from: 'google.example', to: 'microsoft.example' }],
  };

  it('stops where it was, while the other goes on', async () => {
    const rig = under(await settled(), noMix);
    rig.add('A/Work', '2026-05-07T09:00', { title: 'Offsite' });
    rig.add('B/Work', '2026-05-08T09:00', { title: 'Secret' });
    await rig.sync();
    expect(rig.blocks('A/Work')).toEqual(['Dentist 05-06T09:00 05-06T10:00']);
    expect(rig.blocks('B/Work')).toHaveLength(2);
  });

  it('sends no word of its events, by no request', async () => {
    const rig = await settled();
    const sent = async (title: string, start: string): Promise<boolean> => {
      rig.add('B/Work', start, { title });
      rig.clock.advance(minute);
      await rig.sync();
      return JSON.stringify(asked(rig, 'a@microsoft.example')).includes(title);
    };
    expect(await sent('Canary', '2026-05-08T09:00')).toBe(true);
    under(rig, noMix);
    expect(await sent('Songbird', '2026-05-08T11:00')).toBe(false);
  });

  it('takes its blocks back where the organisation wants that, from the next cycle on', async () => {
    const rig = under(await settled(), { ...noMix, RemoveStoppedBlocks: true });
    expect(await rig.sync()).toMatchObject({ deleted: 1, held: 0 });
    expect(rig.blocks('A/Work')).toEqual([]);
    rig.clock.advance(minute);
    expect(await rig.sync()).toMatchObject({ created: 0, updated: 0, deleted: 0 });
  });
});

describe('A3: a mask that shows more than policy allows', () => {
  it('stops its rule, and is not narrowed until it fits', async () => {
    const rig = under(await settled(), { MinimumMaskLevel: 'busy' });
    rig.add('A/Work', '2026-05-07T09:00', { title: 'Offsite' });
    await rig.sync();
    expect(rig.blocks('B/Work')).toEqual(['Board 05-05T09:00 05-05T10:00']);
  });

  it('goes on once the user has narrowed it', async () => {
    const rig = under(await settled(), { MinimumMaskLevel: 'busy' });
    await rig.sync();
    rig.setRules({ ...titles, mask: 'busy' });
    rig.clock.advance(minute);
    await rig.sync();
    expect(rig.blocks('B/Work')).toEqual(['Busy 05-05T09:00 05-05T10:00']);
  });
});

describe('A2: a mandatory policy that can’t be understood', () => {
  it('lets no cycle run: no request leaves, no block goes', async () => {
    const rig = under(await settled(), {}, ['AllowedProviders (/etc/x.json): invalid']);
    rig.add('A/Work', '2026-05-07T09:00');
    await expect(rig.sync()).rejects.toMatchObject({ code: 'policy.invalid' });
    expect(rig.seen).toEqual([]);
    expect(rig.blocks('B/Work')).toHaveLength(1);
  });

  it('loses nothing: what happened meanwhile is done once it is mended', async () => {
    const rig = under(await settled(), {}, ['x']);
    rig.add('A/Work', '2026-05-07T09:00', { title: 'Offsite' });
    await expect(rig.sync()).rejects.toThrow();
    under(rig, {});
    await rig.sync();
    expect(rig.blocks('B/Work')).toHaveLength(2);
  });
});
