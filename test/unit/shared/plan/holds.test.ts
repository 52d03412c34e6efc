import { describe, expect, it } from 'vitest';
import type { Hold } from '../../../../shared/model/hold.ts';
import { PlanWorld } from '../../../kit/plan-world.ts';
import { target, now, later, event, worldAfter, guarded } from './brake-bench.ts';

describe('a hold', () => {
  const approve = (hold: Hold): Hold => ({ ...hold, state: 'approved' });
  const reject = (hold: Hold): Hold => ({ ...hold, state: 'rejected' });

  it('[P25] lets exactly the approved blocks go, and until they are gone', () => {
    const world = worldAfter({ A: 20 }, { A: 12 });
    const first = guarded(world);
    const holds = first.holds.map(approve);
    const second = guarded(world, { holds });
    expect([second.pass.length, second.held, second.holds]).toEqual([12, [], holds]);
    world.apply(second.pass);
    expect(guarded(world, { holds })).toEqual({ pass: [], held: [], holds: [] });
  });

  it('[P25] does not stretch to blocks that are to go since', () => {
    const world = worldAfter({ A: 40 }, { A: 12 });
    const holds = guarded(world).holds.map(approve);
    for (let n = 12; n < 24; n++) world.remove(event('A', n));
    const { pass, held, holds: next } = guarded(world, { holds, now: later });
    expect([pass.length, held.length]).toEqual([12, 12]);
    expect(next).toMatchObject([{ state: 'waiting', since: later, reason: 'manyRemovals' }]);
    expect(next[0]?.keys.filter((key) => holds[0]?.keys.includes(key))).toEqual([]);
  });

  it('[P25] goes on letting approved blocks go beside others that wait', () => {
    const world = worldAfter({ A: 40 }, { A: 12 });
    const holds = guarded(world).holds.map(approve);
    for (let n = 12; n < 24; n++) world.remove(event('A', n));
    // Nothing of it is carried out: the provider makes us wait.
    const second = guarded(world, { holds });
    expect([second.pass.length, second.held.length]).toEqual([12, 12]);
    const third = guarded(world, { holds: second.holds });
    expect([third.pass.length, third.held.length]).toEqual([12, 12]);
    const all = guarded(world, { holds: third.holds.map(approve) });
    expect([all.pass.length, all.held]).toEqual([24, []]);
    world.apply(third.pass);
    expect(guarded(world, { holds: third.holds }).holds[0]?.released).toBeUndefined();
  });

  it('[P25] vanishes by itself where its source is back', () => {
    const world = worldAfter({ A: 20 }, { A: 12 });
    const { holds } = guarded(world);
    for (let n = 0; n < 12; n++) world.put(event('A', n));
    expect(guarded(world, { holds })).toEqual({ pass: [], held: [], holds: [] });
  });

  it('[P25] keeps since when it waits, and stays rejected while nothing is added', () => {
    const world = worldAfter({ A: 40 }, { A: 12 });
    const rejected = guarded(world).holds.map(reject);
    const again = guarded(world, { holds: rejected, now: later });
    expect([again.pass, again.holds]).toEqual([[], rejected]);
    world.remove(event('A', 12));
    const more = guarded(world, { holds: rejected, now: later });
    expect([more.pass, more.holds]).toMatchObject([[], [{ state: 'waiting', since: now }]]);
  });

  it('[P25] stays as it is on a target that the plan did not look at', () => {
    const { holds } = guarded(worldAfter({ A: 20 }, { A: 12 }));
    const elsewhere = guarded(new PlanWorld(['A', 'T']), { holds, planned: new Set() });
    expect(elsewhere.holds).toEqual(holds);
    const looked = guarded(new PlanWorld(['A', 'T']), { holds, planned: new Set([target]) });
    expect(looked.holds).toEqual([]);
  });
});
