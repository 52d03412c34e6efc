/** Each policy that the engine holds, tried by the window, by the settings file and by an import. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { givenByPolicy } from '../../electron/profile/given-by-policy.ts';
import { noClients } from '../../shared/model/client-config.ts';
import { accountPolicies } from '../../shared/policy/account-policies.ts';
import { flowPolicies } from '../../shared/policy/flow-policies.ts';
import { resolvePolicy } from '../../shared/policy/resolve.ts';
import { DAY } from '../../shared/time/instant.ts';
import { AppRig } from '../kit/app-rig.ts';
import { CommandRig } from '../kit/command-rig.ts';
import type { RuleInput } from '../kit/plan-world.ts';
import { left } from '../kit/policy-readings.ts';

type Values = Readonly<Record<string, unknown>>;

let rig: AppRig;
afterEach(() => rig.close());

async function machine(values: Values, ...rules: readonly RuleInput[]): Promise<AppRig> {
  rig = new AppRig([
    { label: 'A', cloud: 'microsoft' },
    { label: 'B', cloud: 'google', domain: 'google.example' },
  ]);
  rig.policies = [left(values)];
  rig.clouds.add('A/Work', '2026-05-05T09:00', { title: 'Board', description: 'Merger' });
  return rig.start(...rules);
}

function edit(changes: object): void {
  const file = join(rig.directory, 'settings.json');
  const before = JSON.parse(readFileSync(file, 'utf8')) as object;
  writeFileSync(file, JSON.stringify({ ...before, ...changes }));
}

const from = (mask: RuleInput['mask']): RuleInput => ({
  id: 'r',
  sources: ['A/*'],
  targets: ['B/*'],
  ...(mask === undefined ? {} : { mask }),
});

/** Of an account that is stopped from the first day no calendar is known by name. */
const everything: RuleInput = { id: 'r', sources: ['*'], targets: ['*'] };

const held: readonly (readonly [string, unknown, RuleInput])[] = [
  ['AllowedDirections', [{ from: 'google.example', to: '*' }], from('busy')],
  ['ForbiddenDirections', [{ from: 'microsoft.example', to: '*' }], from('busy')],
  ['MinimumMaskLevel', 'labelled', from('title')],
  [
    'MinimumMaskLevelByDirection',
    [{ from: 'microsoft.example', to: '*', level: 'busy' }],
    from('title'),
  ],
  ['ForbidEventDataInTitles', true, from({ level: 'title', template: 'At {title}' })],
  ['ForbidFullDetail', true, from('details')],
  ['ForbidRevealingPrivateEvents', true, from({ level: 'title', revealPrivate: true })],
  ['OnlyPinnedRules', true, from('busy')],
  ['AllowedProviders', ['microsoft', 'outlook.com'], everything],
  ['AllowedAccountDomains', ['microsoft.example'], everything],
  ['BlockedAccountDomains', ['google.example'], everything],
  ['AllowedTenantIds', ['4f6c0c6e-3a3c-4f5e-9d0e-2b1a7c8d9e0f'], everything],
];

const ways: readonly (readonly [string, (rule: RuleInput) => Promise<void>])[] = [
  ['the window', (rule) => rig.cycle(() => rig.call('saveRules', { rules: [rule] }))],
  [
    'the settings file',
    async (rule) => {
      await rig.stop();
      edit({ rules: [rule] });
      await rig.restart();
      await rig.sync();
    },
  ],
  [
    'an import',
    async (rule) => {
      rig.desktop.file = { name: 'rules.json', text: JSON.stringify({ rules: [rule] }) };
      const { rules } = await rig.call('importRules', {});
      await rig.cycle(() => rig.call('saveRules', { rules: rules ?? [] }));
    },
  ],
];

const written = (): number => rig.clouds.blocks('B/Work').length;

describe.each(held)('A3: %s', (name, value, rule) => {
  it.each(ways)('is not got around by %s', async (_way, attempt) => {
    await machine({ [name]: value });
    await attempt(rule);
    expect(written()).toBe(0);
    const sent = rig.clouds.seen.filter(
      ({ call }) => call.accountEmail === 'b@google.example' && call.request.method !== 'GET',
    );
    expect(sent).toEqual([]);
  });

  it('is what holds the rule back', async () => {
    await machine({}, rule);
    expect(written()).toBe(1);
  });
});

describe('A3: policies for accounts and flows', () => {
  it('are all tried: those that stop a rule here, the others where they act', () => {
    const elsewhere = [
      ...['PinnedRules', 'RemoveStoppedBlocks'],
      ...['MicrosoftClientId', 'MicrosoftAuthority', 'MicrosoftCloud'],
      ...['GoogleClientId', 'GoogleClientSecret'],
    ];
    expect([...held.map(([name]) => name), ...elsewhere].sort()).toEqual(
      Object.keys({ ...accountPolicies, ...flowPolicies }).sort(),
    );
  });
});

describe('A3: limits of the engine', () => {
  it.each([
    [{}, 0],
    [{ BrakeThreshold: { count: 0, percent: 0 } }, 1],
  ])('under %o a removal waits: %i', async (values, waits) => {
    await machine(values, from('busy'));
    rig.clouds.add('A/Work', '2026-05-06T09:00');
    await rig.sync();
    const { world } = rig.clouds;
    const work = rig.clouds.calendar('A/Work').id;
    const gone = world.events(work).find(({ fields }) => fields.title === 'Board');
    world.deleteEvent(work, gone?.id ?? '');
    // What is gone is believed at the second look.
    await rig.sync();
    await rig.sync();
    expect([(await rig.call('holds', {})).length, written()]).toEqual([waits, 1 + waits]);
  });

  it.each([
    [{}, 1],
    [{ MaxBlockRetentionDays: 7 }, 0],
  ])('under %o a rule that keeps history keeps %i past block', async (values, kept) => {
    await machine(values, { ...from('busy'), options: { retentionDays: null } });
    await rig.stop();
    rig.clouds.clock.advance(20 * DAY);
    await rig.restart();
    await rig.sync();
    expect(written()).toBe(kept);
  });
});

describe('A3 A5: the records', () => {
  it.each([
    [{}, false],
    [{ AuditRetentionDays: 30 }, true],
  ])('under %o entries of 60 days ago are gone: %s', async (values, gone) => {
    await machine(values, from('busy'));
    await rig.stop();
    edit({ auditRetentionDays: 400 });
    rig.clouds.clock.advance(60 * DAY);
    await rig.restart();
    // A day's segment is sealed by the first entry of a later day.
    rig.clouds.add('A/Work', '2026-07-06T09:00');
    await rig.sync();
    await rig.sync();
    const { from: first, fault } = await rig.call('verifyActivity', {});
    expect([first > 1, fault]).toEqual([gone, null]);
  });

  it.each<[string, (mine: string, theirs: string) => Values, readonly boolean[]]>([
    ['nothing is said', () => ({}), [true, false]],
    ['policy names a file', (_, theirs) => ({ AuditForwardPath: theirs }), [false, true]],
    ['export is off', () => ({ DisableExport: true }), [false, false]],
    [
      'export is off and policy names a file',
      (_, theirs) => ({ DisableExport: true, AuditForwardPath: theirs }),
      [false, true],
    ],
  ])('go to the right file where %s', async (_what, values, there) => {
    await machine({}, from('busy'));
    const files = ['mine', 'theirs'].map((name) => join(rig.directory, `${name}.ndjson`));
    const [mine = '', theirs = ''] = files;
    await rig.stop();
    edit({ auditForwardFile: mine });
    rig.policies = [left(values(mine, theirs))];
    await rig.restart();
    await rig.sync();
    await rig.stop();
    expect(files.map((file) => existsSync(file))).toEqual(there);
  });

  it('are sent to nobody’s own file by the command where export is off', async () => {
    rig = new AppRig([]);
    const umbra = await new CommandRig().start();
    try {
      umbra.policies = [left({ DisableExport: true })];
      const file = join(umbra.directory, 'mine.ndjson');
      const { code, err } = await umbra.run('audit', 'forward', file);
      expect([code, err.includes('DisableExport'), existsSync(file)]).toEqual([2, true, false]);
    } finally {
      await umbra.close();
    }
  });
});

describe('A3 S2: the keychain', () => {
  it.each([
    [{}, false],
    [{ RequireOSKeychain: true }, true],
    [{ RequireOSKeychain: false }, false],
    [{ RequireOSKeychain: 'yes' }, true],
    [{ MaxLookaheadDays: 'many' }, true],
  ])('under %o is required: %s', (values, required) => {
    const given = givenByPolicy(resolvePolicy([left(values)]), noClients);
    expect(given.requireKeychain).toBe(required);
  });
});
