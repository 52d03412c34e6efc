import { afterEach, describe, expect, it } from 'vitest';
import { AppRig } from '../../../kit/app-rig.ts';
import { left } from '../../../kit/policy-readings.ts';
import type { RuleInput } from '../../../kit/plan-world.ts';

const mesh: RuleInput = { id: 'mesh', sources: ['*'], targets: ['*'] };
let rig: AppRig;
afterEach(() => rig.close());

async function two(...rules: readonly RuleInput[]): Promise<AppRig> {
  rig = new AppRig([
    { label: 'A', cloud: 'microsoft' },
    { label: 'B', cloud: 'google' },
  ]);
  rig.clouds.add('A/Work', '2026-05-05T09:00', { title: 'Board', location: 'Room 1' });
  rig.clouds.add('A/Work', '2026-05-06T09:00', { title: 'Free hour', showAs: 'free' });
  return rig.start(...rules);
}

describe('the rules in force', () => {
  it('are shown with the calendars that they mean and the blocks that stand', async () => {
    await two(mesh);
    expect(await rig.call('rules', {})).toMatchObject([
      {
        rule: { id: 'mesh' },
        blocks: 1,
        dismissed: 0,
        edited: 0,
        outstanding: 0,
        held: 0,
        locked: null,
      },
    ]);
    const [view] = await rig.call('rules', {});
    expect(view?.targets).toEqual([rig.key('B/Work'), rig.key('A/Work')].sort());
  });

  it('take effect as soon as they are saved', async () => {
    await two();
    await rig.cycle(() => rig.call('saveRules', { rules: [{ ...mesh, mask: 'title' }] }));
    expect(rig.clouds.blocks('B/Work')).toEqual(['Board 05-05T09:00 05-05T10:00']);
  });

  it('are not changed by rules that are invalid', async () => {
    await two(mesh);
    const draft = { ...mesh, sources: ['Nobody/Calendar'] };
    const problem = await rig
      .call('saveRules', { rules: [draft] })
      .catch((error: unknown) => error);
    expect(problem).toMatchObject({
      code: 'rules.draft-invalid',
      details: ['rules[0].sources[0]: no calendar "Nobody/Calendar"; known are "A/Work", "B/Work"'],
    });
    expect(await rig.call('rules', {})).toHaveLength(1);
  });

  it('can be switched off and on, and their blocks go and come', async () => {
    await two(mesh);
    await rig.cycle(() => rig.call('switchRule', { id: 'mesh', enabled: false }));
    expect(rig.clouds.blocks('B/Work')).toEqual([]);
    await rig.cycle(() => rig.call('switchRule', { id: 'mesh', enabled: true }));
    expect(rig.clouds.blocks('B/Work')).toHaveLength(1);
    await expect(rig.call('switchRule', { id: 'none', enabled: true })).rejects.toThrow(
      'rule.unknown',
    );
  });

  it('are offered as templates made from the calendars at hand', async () => {
    await two();
    const [toHub] = await rig.call('ruleTemplate', { name: 'hub' });
    expect(toHub).toMatchObject({ id: 'to-hub', targets: ['A/Work'] });
  });

  it('are exported and imported through the system’s dialogs', async () => {
    await two(mesh);
    expect(await rig.call('exportRules', {})).toEqual({ saved: true });
    const [file] = rig.desktop.saved;
    rig.desktop.file = { name: 'mine.json', text: file?.text ?? '' };
    const { rules } = await rig.call('importRules', {});
    expect(rules?.map(({ id }) => id)).toEqual(['mesh']);
    rig.desktop.file = null;
    expect(await rig.call('importRules', {})).toEqual({ rules: null });
    rig.desktop.file = { name: 'mine.json', text: '{' };
    await expect(rig.call('importRules', {})).rejects.toThrow('rules.unreadable');
  });
});

describe('the preview of drafts', () => {
  it('names what is wrong and where', async () => {
    await two();
    const { problems } = await rig.call('previewRules', {
      rules: [{ ...mesh, mask: { level: 'busy', template: '{title}' } }],
      focus: null,
    });
    expect(problems).toEqual([
      { place: 'rules[0].mask.template', reason: 'a template needs the level "labelled" or more' },
    ]);
  });

  it('counts what the very next cycle will do, and writes nothing', async () => {
    await two();
    const preview = await rig.call('previewRules', { rules: [mesh], focus: null });
    expect(preview.impact).toEqual([
      { rule: 'mesh', target: rig.key('B/Work'), create: 1, change: 0, remove: 0 },
    ]);
    // Each calendar is asked once, and one block is written.
    expect(preview.requests).toBe(3);
    expect(preview.reveals).toEqual([]);
    expect(rig.clouds.blocks('B/Work')).toEqual([]);
    await rig.cycle(() => rig.call('saveRules', { rules: [mesh] }));
    expect((await rig.call('previewRules', { rules: [mesh], focus: null })).impact).toEqual([]);
  });

  it('says what a mask reveals that it did not before', async () => {
    await two(mesh);
    const looser = [{ ...mesh, mask: 'titleAndLocation' }];
    const { reveals } = await rig.call('previewRules', { rules: looser, focus: null });
    expect(reveals.sort()).toEqual([
      '“A/Work” will show titles and locations of “B/Work” (rule “mesh”).',
      '“B/Work” will show titles and locations of “A/Work” (rule “mesh”).',
    ]);
    await rig.cycle(() => rig.call('saveRules', { rules: looser }));
    expect((await rig.call('previewRules', { rules: [mesh], focus: null })).reveals).toEqual([]);
  });

  it('shows the user’s own events beside what the target would show', async () => {
    await two();
    const rules = [
      {
        id: 'to-b',
        sources: ['A/*'],
        targets: ['B/*'],
        mask: { level: 'labelled', label: 'Elsewhere' },
      },
    ];
    const { examples } = await rig.call('previewRules', { rules, focus: 'to-b' });
    expect(
      examples.map(({ title, shown, reason }) => [title, shown?.title ?? null, reason]),
    ).toEqual([
      ['Board', 'Elsewhere', 'The rule “to-b” casts this block.'],
      ['Free hour', null, 'It is shown as free, so it takes up nobody’s time.'],
    ]);
  });
});

describe('removals that wait', () => {
  async function emptied(): Promise<void> {
    rig = new AppRig([
      { label: 'A', cloud: 'microsoft' },
      { label: 'B', cloud: 'google' },
    ]);
    const days = ['05', '06', '07', '08', '09', '11'];
    const events = days.map((day) =>
      rig.clouds.add('A/Work', `2026-05-${day}T09:00`, { title: `Day ${day}` }),
    );
    await rig.start(mesh);
    for (const { id } of events) rig.clouds.world.deleteEvent(rig.clouds.calendar('A/Work').id, id);
    await rig.sync();
  }

  it('are listed with the blocks that would go, and say why they wait', async () => {
    await emptied();
    expect((await rig.call('state', {})).sync).toMatchObject({
      state: 'attention',
      sentence: '6 removals wait for your decision.',
    });
    const [hold] = await rig.call('holds', {});
    expect(hold).toMatchObject({
      rule: 'mesh',
      target: rig.key('B/Work'),
      reason: 'sourceEmptied',
      state: 'waiting',
    });
    expect(hold?.sentence).toContain('6 blocks on “B/Work” would go');
    expect(hold?.blocks).toHaveLength(6);
  });

  it('go once they are approved', async () => {
    await emptied();
    const [hold] = await rig.call('holds', {});
    await rig.cycle(() => rig.call('decideHold', { id: hold?.id ?? '', decision: 'approved' }));
    expect(rig.clouds.blocks('B/Work')).toEqual([]);
    expect((await rig.call('state', {})).holds).toBe(0);
    await expect(rig.call('decideHold', { id: 'x', decision: 'approved' })).rejects.toThrow(
      'hold.unknown',
    );
  });

  it('[P25] are not approved by what was shown before there were more of them', async () => {
    rig = new AppRig([
      { label: 'A', cloud: 'microsoft' },
      { label: 'B', cloud: 'google' },
    ]);
    rig.policies = [left({ BrakeThreshold: { count: 0, percent: 0 } })];
    const [first, second] = ['05', '06', '07'].map((day) =>
      rig.clouds.add('A/Work', `2026-05-${day}T09:00`),
    );
    const remove = async (event: typeof first): Promise<string> => {
      rig.clouds.world.deleteEvent(rig.clouds.calendar('A/Work').id, event?.id ?? '');
      await rig.sync();
      const [hold] = await rig.call('holds', {});
      return hold?.id ?? '';
    };
    await rig.start(mesh);
    const seen = await remove(first);
    const now = await remove(second);
    await expect(rig.call('decideHold', { id: seen, decision: 'approved' })).rejects.toMatchObject({
      code: 'hold.changed',
    });
    await rig.sync();
    expect(rig.clouds.blocks('B/Work')).toHaveLength(3);
    await rig.cycle(() => rig.call('decideHold', { id: now, decision: 'approved' }));
    expect(rig.clouds.blocks('B/Work')).toHaveLength(1);
  });
});
