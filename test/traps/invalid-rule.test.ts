import { describe, expect, it } from 'vitest';
import { CloudRig, type Person } from '../kit/cloud-rig.ts';
import type { RuleInput } from '../kit/plan-world.ts';

const people: readonly Person[] = [
  { label: 'A', cloud: 'microsoft', calendars: ['Work', 'Team'] },
  { label: 'B', cloud: 'google', calendars: ['Work', 'Team'] },
];
const sound: RuleInput = { id: 'sound', sources: ['A/Work'], targets: ['B/Work'] };
const other: RuleInput = { id: 'other', sources: ['A/Team'], targets: ['B/Team'] };

describe('a rule that was written into the settings by hand', () => {
  it.each<[string, Partial<RuleInput>]>([
    ['a pattern that does not compile', { conditions: { title: { matches: '(' } } }],
    [
      'a template that shows more than its level',
      { mask: { level: 'title', template: '{title}, {location}' } },
    ],
    ['a label that is missing', { mask: { level: 'labelled' } }],
  ])(
    '[P17] neither writes nor removes while it has %s; the other rules go on',
    async (_, damage) => {
      const rig = new CloudRig(people).setRules(sound, other);
      const { calendarId, id } = rig.add('A/Team', '2026-05-05T09:00', { title: 'Secret' });
      await rig.sync();
      rig.setRules(sound, { ...other, ...damage });
      rig.add('A/Work', '2026-05-06T09:00');
      rig.add('A/Team', '2026-05-07T09:00');
      rig.world.deleteEvent(calendarId, id);
      expect(await rig.sync()).toMatchObject({ ok: true, created: 1, updated: 0, deleted: 0 });
      expect(rig.blocks('B/Work')).toEqual(['Busy 05-06T09:00 05-06T10:00']);
      expect(rig.blocks('B/Team')).toEqual(['Busy 05-05T09:00 05-05T10:00']);
    },
  );

  it('[P17] neither writes nor removes under an id that is used twice', async () => {
    const rig = new CloudRig(people).setRules(sound);
    const { calendarId, id } = rig.add('A/Work', '2026-05-05T09:00');
    await rig.sync();
    rig.setRules(sound, { ...other, id: 'sound' });
    rig.add('A/Team', '2026-05-07T09:00');
    rig.world.deleteEvent(calendarId, id);
    expect(await rig.sync()).toMatchObject({ ok: true, created: 0, deleted: 0 });
  });

  it('[P16] that is off is no obstacle: its blocks go', async () => {
    const rig = new CloudRig(people).setRules(sound);
    rig.add('A/Work', '2026-05-05T09:00');
    await rig.sync();
    rig.setRules({ ...sound, enabled: false, conditions: { title: { matches: '(' } } });
    expect(await rig.sync()).toMatchObject({ ok: true, deleted: 1 });
  });
});
