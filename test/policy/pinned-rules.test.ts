/** One rule of the organisation for many people: whatever they call their accounts, and whatever they have not. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { putInForce, rulesOfFile } from '../../electron/profile/rule-book.ts';
import { AppRig } from '../kit/app-rig.ts';
import type { RuleInput } from '../kit/plan-world.ts';
import { left } from '../kit/policy-readings.ts';

const byDomain: RuleInput = {
  id: 'acme',
  sources: ['@microsoft.example/*'],
  targets: ['@google.example/*'],
};
const board = 'Busy 05-05T09:00 05-05T10:00';

let rig: AppRig;
afterEach(() => rig.close());

async function pinned(rule: RuleInput, ...own: readonly RuleInput[]): Promise<AppRig> {
  rig = new AppRig([
    { label: 'A', cloud: 'microsoft' },
    { label: 'B', cloud: 'google', domain: 'google.example' },
  ]);
  rig.policies = [left({ PinnedRules: [rule] })];
  rig.clouds.add('A/Work', '2026-05-05T09:00', { title: 'Board' });
  return rig.start(...own);
}

const blocks = (): string[] => rig.clouds.blocks('B/Work');
const rename = (label: string, to: string): Promise<unknown> =>
  rig.call('renameAccount', { id: rig.account(label), label: to });

describe('A3: a pinned rule that names domains', () => {
  it('means each person’s accounts, whatever they call them', async () => {
    await pinned(byDomain);
    expect(blocks()).toEqual([board]);
    await rig.cycle(() => rename('B', 'Anything'));
    await rig.sync();
    expect(rig.clouds.blocks('B/Work')).toEqual([board]);
    expect(await rig.call('rules', {})).toMatchObject([
      { rule: { id: 'acme', targets: ['Anything/*'] }, sources: [rig.key('A/Work')] },
    ]);
  });

  it('excludes what it excludes, also where another account is called like the domain', async () => {
    await pinned({
      ...byDomain,
      sources: ['*'],
      targets: ['*'],
      exclude: ['@microsoft.example/*'],
    });
    expect(blocks()).toEqual([]);
    await rig.cycle(() => rename('B', '@microsoft.example'));
    await rig.sync();
    expect(blocks()).toEqual([]);
  });

  it('is not escaped by another address in the settings file', async () => {
    await pinned(byDomain);
    await rig.stop();
    const file = join(rig.directory, 'settings.json');
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('b@google.example');
    writeFileSync(file, text.replace('b@google.example', 'b@elsewhere.example'));
    await rig.restart();
    await rig.sync();
    expect(blocks()).toEqual([board]);
  });

  it('does nothing for whoever has no such account, is seen to stand, and hinders no other', async () => {
    await pinned(
      { ...byDomain, targets: ['@nowhere.example/*'] },
      { id: 'own', sources: ['A/*'], targets: ['B/*'] },
    );
    expect(blocks()).toEqual([board]);
    expect(await rig.call('rules', {})).toMatchObject([
      { rule: { id: 'acme' }, sources: [], targets: [], paused: null },
      { rule: { id: 'own' } },
    ]);
    await expect(rig.call('switchRule', { id: 'acme', enabled: false })).rejects.toMatchObject({
      code: 'policy.rule-pinned',
    });
  });

  it('is not changed by the window, which shows it as it means this person', async () => {
    await pinned(byDomain);
    const [view] = await rig.call('rules', {});
    await rig.call('saveRules', { rules: [view?.rule] });
    expect(rig.app.profile.settings.read().rules).toEqual([]);
    const loud = { ...view?.rule, mask: 'details' };
    await expect(rig.call('saveRules', { rules: [loud] })).rejects.toMatchObject({
      code: 'policy.rule-pinned',
    });
  });
});

describe('A3: a pinned rule that names an account', () => {
  const byLabel: RuleInput = { ...byDomain, sources: ['A/*'], targets: ['B/Work'] };

  it.each<[string, Partial<RuleInput>]>([
    ['sources', {}],
    ['exclude', { sources: ['*'], exclude: ['A/Private'] }],
    ['labels', { sources: ['*'], mask: { level: 'labelled', label: 'x', labels: { 'A/*': 'y' } } }],
  ])('among its %s does not lose it by another name', async (_side, more) => {
    await pinned({ ...byLabel, ...more });
    const before = blocks();
    await expect(rename('A', 'Other')).rejects.toMatchObject({ code: 'policy.label' });
    await rig.sync();
    expect(blocks()).toEqual(before);
    expect(rig.account('A')).not.toBe('');
  });
});

describe('[R34] A3: a pinned rule that names a calendar which its account does not have', () => {
  const own: RuleInput = { id: 'own', sources: ['B/*'], targets: ['A/*'] };

  it.each<[string, Partial<RuleInput>]>([
    ['sources', { sources: ['@microsoft.example/Work', '@microsoft.example/Projects'] }],
    ['targets', { targets: ['@google.example/Work', '@google.example/Projects'] }],
    ['exclude', { exclude: ['@microsoft.example/Projects'] }],
  ])('among its %s is paused and told, keeps its blocks, and stops no other', async (_, more) => {
    await pinned(byDomain, own);
    expect(blocks()).toEqual([board]);
    rig.policies = [left({ PinnedRules: [{ ...byDomain, ...more }] })];
    await rig.clouds.clock.run(rig.app.profile.policy.refresh());
    rig.clouds.add('A/Work', '2026-05-06T09:00');
    rig.clouds.add('B/Work', '2026-05-07T09:00');
    await rig.sync();
    expect(blocks()).toEqual([board]);
    expect(rig.clouds.blocks('A/Work')).toEqual(['Busy 05-07T09:00 05-07T10:00']);
    const [view, other] = await rig.call('rules', {});
    expect([view?.rule.id, other?.paused]).toEqual(['acme', null]);
    expect(view?.paused).toMatch(/Projects”.*Your organisation set this rule.*administrator/);
    expect((await rig.call('state', {})).sync).toMatchObject({ state: 'attention' });
  });

  it('acts again once the administrator has mended it', async () => {
    await pinned({ ...byDomain, exclude: ['@microsoft.example/Projects'] });
    expect(blocks()).toEqual([]);
    rig.policies = [left({ PinnedRules: [byDomain] })];
    await rig.clouds.clock.run(rig.app.profile.policy.refresh());
    await rig.sync();
    expect(blocks()).toEqual([board]);
  });
});

describe('an exclusion by domain in a file for many people', () => {
  it('holds for an account that is connected after the file was applied', async () => {
    await pinned({ ...byDomain, targets: ['@nowhere.example/*'] });
    const [a, b] = rig.app.profile.settings.read().accounts;
    if (a === undefined || b === undefined) throw new Error('There are two');
    rig.app.profile.settings.saveAccounts([b]);
    const file = {
      rules: [
        { id: 'own', sources: ['*'], targets: ['B/*'], exclude: ['@microsoft.example/Work'] },
      ],
    };
    putInForce(rig.app.profile, rulesOfFile(rig.app.profile, file).rules);
    rig.app.profile.settings.saveAccounts([a, b]);
    await rig.sync();
    expect(blocks()).toEqual([]);
    const views = await rig.call('rules', {});
    const [, own] = views;
    expect(own?.rule.exclude).toContain('A/Work');
    await rig.cycle(() => rig.call('saveRules', { rules: [{ ...own?.rule, mask: 'title' }] }));
    expect(blocks()).toEqual([]);
  });
});
