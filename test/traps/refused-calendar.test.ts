import { describe, expect, it } from 'vitest';
import { always, noFaults, once } from '../../electron/simulator/fault-sources.ts';
import { CloudRig, type Person } from '../kit/cloud-rig.ts';

const people: readonly Person[] = [
  { label: 'A', cloud: 'microsoft', calendars: ['Work', 'Team'] },
  { label: 'B', cloud: 'google', calendars: ['Work', 'Team'] },
];
const minute = 60_000;

function asked({ seen }: CloudRig, label: string): readonly string[] {
  const origin = label === 'A' ? 'graph.example' : 'google.example';
  return seen.flatMap(({ call }) => (call.request.url.includes(origin) ? [call.operation] : []));
}

async function minuteLater(rig: CloudRig): ReturnType<CloudRig['sync']> {
  rig.clock.advance(minute);
  return rig.sync();
}

describe.each([
  ['A', 'B/Work'],
  ['B', 'A/Work'],
] as const)('[security F11] a calendar of %s that is refused', (label, elsewhere) => {
  it('is looked for in a new list once, then not asked for any more, and costs no block', async () => {
    const rig = new CloudRig(people);
    rig.add(`${label}/Team`, '2026-05-05T09:00');
    await rig.sync();
    rig.world.updateCalendar(rig.calendar(`${label}/Team`).id, { deleted: true });
    expect(await minuteLater(rig)).toMatchObject({ ok: false, deleted: 0 });
    expect(await minuteLater(rig)).toMatchObject({ ok: true, deleted: 0 });
    expect(asked(rig, label)).toEqual(['calendars', 'delta']);
    await minuteLater(rig);
    expect(asked(rig, label)).toEqual(['delta']);
    expect(rig.blocks(elsewhere)).toHaveLength(1);
  });

  it('because it became read-only gets nothing, removals included, until it may be written again', async () => {
    const rig = new CloudRig(people);
    rig.add(elsewhere, '2026-05-05T09:00');
    await rig.sync();
    const { id } = rig.calendar(`${label}/Team`);
    rig.world.updateCalendar(id, { access: 'reader' });
    rig.add(elsewhere, '2026-05-06T09:00');
    expect(await minuteLater(rig)).toMatchObject({ ok: false, failed: 1 });
    expect(await minuteLater(rig)).toMatchObject({ ok: true, failed: 0, deleted: 0 });
    await minuteLater(rig);
    expect(asked(rig, label)).toEqual(['delta', 'delta']);
    rig.world.updateCalendar(id, { access: 'owner' });
    rig.clock.advance(61 * minute);
    expect(await rig.sync()).toMatchObject({ ok: true, created: 1, deleted: 0 });
    expect(rig.blocks(`${label}/Team`)).toHaveLength(2);
  });
});

describe('[sync-engine, Identity] creates whose answers were lost', () => {
  it('are looked for together where they are many', async () => {
    const rig = new CloudRig(people).setRules({
      id: 'one',
      sources: ['B/Work'],
      targets: ['A/Work'],
    });
    for (let hour = 10; hour < 16; hour++) rig.add('B/Work', `2026-05-05T${hour}:00`);
    rig.faults = once({ operation: 'batch' }, { kind: 'dropBefore' });
    expect(await rig.sync()).toMatchObject({ ok: false, failed: 6 });
    expect(await minuteLater(rig)).toMatchObject({ ok: true, created: 6 });
    expect(asked(rig, 'A')).toEqual(['delta', 'list', 'batch']);
    expect(rig.blocks('A/Work')).toHaveLength(6);
  });
});

describe('a block whose creation nobody heard of, and that cannot be looked for', () => {
  it.each(['A', 'B'])(
    'counts as outstanding on %s, with the reason, until it can',
    async (label) => {
      const source = label === 'A' ? 'B/Work' : 'A/Work';
      const rig = new CloudRig(people).setRules({
        id: 'one',
        sources: [source],
        targets: [`${label}/Work`],
      });
      rig.add(source, '2026-05-05T10:00');
      rig.faults = always({ operation: ['batch', 'create'] }, { kind: 'dropAfter' });
      expect(await rig.sync()).toMatchObject({ ok: false, failed: 1 });
      // The list lags, and shows nothing of it; the search is refused.
      rig.faults = ({ operation, request }) => {
        if (operation === 'get' || request.url.includes('filter'))
          return { kind: 'status', status: 403, code: 'accessDenied' };
        return operation === 'delta' || operation === 'list'
          ? { kind: 'stale', ms: 10 * minute }
          : null;
      };
      const report = await minuteLater(rig);
      expect(report).toMatchObject({ ok: false, failed: 1 });
      expect(report.accounts[0]?.failures[0]?.failure.kind).toBe('forbidden');
      rig.faults = noFaults;
      await minuteLater(rig);
      expect(await minuteLater(rig)).toMatchObject({ ok: true, failed: 0 });
      expect(rig.blocks(`${label}/Work`)).toHaveLength(1);
    },
  );
});

describe('second copies on a calendar that may only be read', () => {
  it.each(['A/Team', 'B/Team'])(
    'of %s are left alone, cost no read, and go once it may be written',
    async (ref) => {
      const rig = new CloudRig(people).setRules({ id: 'one', sources: ['A/Work'], targets: [ref] });
      rig.add('A/Work', '2026-05-05T10:00');
      await rig.sync();
      const [block] = rig.blockEvents(ref);
      const { id } = rig.calendar(ref);
      rig.world.createEvent({
        calendarId: id,
        uid: 'copy',
        rrule: null,
        fields: { ...block?.fields } as never,
      });
      rig.world.updateCalendar(id, { access: 'reader' });
      for (let cycle = 0; cycle < 3; cycle++) {
        rig.clock.advance(61 * minute);
        await rig.sync();
      }
      await minuteLater(rig);
      expect(rig.requests()).toEqual({ delta: 2 });
      expect(rig.blocks(ref)).toHaveLength(2);
      rig.world.updateCalendar(id, { access: 'owner' });
      rig.clock.advance(61 * minute);
      await rig.sync();
      expect(rig.blocks(ref)).toHaveLength(1);
    },
  );
});

describe('[security P8] a mask that was tightened', () => {
  it.each([
    ['A/Work', 'B/Work'],
    ['B/Work', 'A/Work'],
  ] as const)(
    'leaves no text of %s in the mirror, and a looser one reads it again',
    async (source, target) => {
      const rig = new CloudRig(people);
      const rule = (level: 'busy' | 'details') => ({
        id: 'one',
        sources: [source],
        targets: [target],
        mask: { level },
      });
      rig.add(source, '2026-05-05T09:00', { title: 'Merger talks', location: 'Room 9' });
      rig.setRules(rule('details'));
      await rig.sync();
      rig.setRules(rule('busy'));
      await minuteLater(rig);
      expect(rig.blocks(target)).toEqual(['Busy 05-05T09:00 05-05T10:00']);
      const kept = rig.device.store
        .calendars()
        .flatMap(({ id }) => JSON.stringify(rig.device.store.eventsOf(id)));
      expect(kept.join('')).not.toMatch(/Merger|Room/);
      rig.setRules(rule('details'));
      await minuteLater(rig);
      expect(rig.blocks(target)).toEqual(['Merger talks 05-05T09:00 05-05T10:00']);
    },
  );
});
