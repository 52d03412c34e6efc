/** Every way in which somebody at the computer could get around a policy: the window, the files, an import, the command. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { AppRig } from '../kit/app-rig.ts';
import { CommandRig } from '../kit/command-rig.ts';
import { FakeSignIn } from '../kit/fake-sign-in.ts';
import type { RuleInput } from '../kit/plan-world.ts';
import { left } from '../kit/policy-readings.ts';

const titles: RuleInput = { id: 'titles', sources: ['*'], targets: ['*'], mask: 'title' };
const busy: RuleInput = { id: 'titles', sources: ['*'], targets: ['*'] };
const pinned: RuleInput = { id: 'acme', sources: ['A/*'], targets: ['B/*'] };

let rig: AppRig;
let command: CommandRig | null = null;
afterEach(async () => {
  await rig.close();
  await command?.close();
  command = null;
});

async function managed(
  values: Readonly<Record<string, unknown>>,
  ...rules: readonly RuleInput[]
): Promise<AppRig> {
  rig = new AppRig(
    [
      { label: 'A', cloud: 'microsoft' },
      { label: 'B', cloud: 'google', domain: 'google.example' },
    ],
    new FakeSignIn(),
  );
  rig.policies = [left(values)];
  rig.clouds.add('A/Work', '2026-05-05T09:00', { title: 'Board' });
  return rig.start(...rules);
}

const blocks = (): string[] => rig.clouds.blocks('B/Work');
const refusal = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'let through',
    (error: unknown) => (error as { code?: string }).code,
  );

describe('A3: by the window', () => {
  it('a rule that violates policy can be saved, and is stopped with the reason', async () => {
    await managed({ MinimumMaskLevel: 'busy' });
    await rig.cycle(() => rig.call('saveRules', { rules: [titles] }));
    expect(blocks()).toEqual([]);
    const [view] = await rig.call('rules', {});
    expect(view?.stopped).toEqual({
      whole: true,
      reasons: ['Your organisation allows the level "busy" at most (MinimumMaskLevel).'],
      blocksGo: false,
    });
    await rig.cycle(() => rig.call('saveRules', { rules: [busy] }));
    expect(blocks()).toHaveLength(1);
  });

  it('a stopped rule says that its blocks go where policy removes them', async () => {
    await managed({ MinimumMaskLevel: 'busy', RemoveStoppedBlocks: true }, titles);
    expect((await rig.call('rules', {}))[0]?.stopped).toMatchObject({ blocksGo: true });
  });

  it('its preview promises no block that policy would stop', async () => {
    await managed({ ForbiddenDirections: [{ from: 'microsoft.example', to: '*' }] });
    const { impact } = await rig.call('previewRules', { rules: [titles], focus: null });
    expect(impact).toEqual([]);
  });

  it('an event says why nothing is blocked elsewhere', async () => {
    await managed({ ForbiddenDirections: [{ from: 'microsoft.example', to: '*' }] }, titles);
    const [item] = await rig.call('items', { from: 0, to: 4e12 });
    const wish = { calendar: rig.key('A/Work'), id: item?.id ?? '' };
    expect((await rig.call('itemDetails', wish)).shadows).toMatchObject([
      { block: null, reason: expect.stringContaining('Your organisation') as string },
    ]);
  });

  it('a rule of the organisation can’t be switched off, changed or left out', async () => {
    await managed({ PinnedRules: [pinned] });
    expect(blocks()).toHaveLength(1);
    expect(await refusal(rig.call('switchRule', { id: 'acme', enabled: false }))).toBe(
      'policy.rule-pinned',
    );
    const loud = { ...pinned, mask: 'details' };
    expect(await refusal(rig.call('saveRules', { rules: [loud] }))).toBe('policy.rule-pinned');
    await rig.cycle(() => rig.call('saveRules', { rules: [] }));
    expect(blocks()).toHaveLength(1);
    expect(await rig.call('rules', {})).toMatchObject([
      { rule: { id: 'acme' }, locked: expect.stringContaining('PinnedRules') as string },
    ]);
  });

  it('a person’s own rules stop where only the organisation’s may act', async () => {
    await managed({ OnlyPinnedRules: true }, busy);
    expect(blocks()).toEqual([]);
  });

  it('no account of a forbidden kind is added, and nobody signs in for nothing', async () => {
    await managed({ AllowedProviders: ['microsoft', 'outlook.com'] });
    const wish = { provider: 'google', label: 'Mine' } as const;
    expect(await refusal(rig.call('addAccount', wish))).toBe('policy.account');
    expect((rig.options.signIn as FakeSignIn).asked).toEqual([]);
  });

  it('an account of a forbidden domain is not kept, nor are its tokens', async () => {
    await managed({ BlockedAccountDomains: ['gmail.com'] });
    const signIn = rig.options.signIn as FakeSignIn;
    const [like] = rig.app.profile.settings.read().accounts;
    if (like === undefined) throw new Error('There is one');
    const account = { ...like, id: 'new' as typeof like.id, email: 'jo@gmail.com', label: 'Mine' };
    signIn.next.push({ kind: 'signedIn', account });
    const wish = { provider: 'microsoft', label: 'Mine' } as const;
    expect(await refusal(rig.call('addAccount', wish))).toBe('policy.account');
    expect(signIn.forgotten).toEqual(['Mine']);
    expect(await rig.call('accounts', {})).toHaveLength(2);
  });

  it('no setting goes beyond what policy allows', async () => {
    await managed({
      MaxLookaheadDays: 30,
      ForceContentProtection: true,
      DisableStartAtLogin: true,
    });
    const window = { pastDays: 1, futureDays: 365 };
    for (const change of [{ window }, { contentProtection: false }, { startAtLogin: true }])
      expect(await refusal(rig.call('saveSettings', change))).toBe('policy.setting');
    expect(await rig.call('readSettings', {})).toMatchObject({
      window: { futureDays: 30 },
      contentProtection: true,
      startAtLogin: false,
    });
    expect(rig.desktop.atLogin).toEqual([false]);
    expect((await rig.call('policy', {})).locks).toMatchObject({
      mostDaysAhead: 30,
      contentProtection: true,
      startAtLogin: true,
    });
  });

  it('nothing is saved to a file where export is off', async () => {
    await managed({ DisableExport: true }, busy);
    for (const work of [
      rig.call('exportData', {}),
      rig.call('exportRules', {}),
      rig.call('exportActivity', { format: 'csv' }),
      rig.call('exportVault', { passphrase: 'four words or even more' }),
    ])
      expect(await refusal(work)).toBe('policy.export');
    expect(rig.desktop.saved).toEqual([]);
  });

  it('“Sync now” does nothing while a mandatory policy can’t be understood', async () => {
    await managed({}, busy);
    rig.policies = [left({ MinimumMaskLevel: 'secret' })];
    await rig.clouds.clock.run(rig.app.profile.policy.refresh());
    rig.clouds.add('A/Work', '2026-05-06T09:00');
    rig.app.syncNow();
    await rig.until(() => rig.app.loop.problem?.code === 'policy.invalid');
    expect(blocks()).toHaveLength(1);
    const { sync } = await rig.call('state', {});
    expect(sync).toMatchObject({
      state: 'attention',
      sentence: expect.stringContaining('MinimumMaskLevel') as string,
    });
    expect(await refusal(rig.call('exportData', {}))).toBe('policy.invalid');
  });
});

describe('A3: by the files', () => {
  it('rules and days written into the settings file obey all the same', async () => {
    await managed({ MinimumMaskLevel: 'busy', MaxLookaheadDays: 7 });
    rig.clouds.add('A/Work', '2026-06-15T09:00');
    await rig.stop();
    edit({ rules: [busy, { ...titles, id: 'loud' }], window: { pastDays: 1, futureDays: 90 } });
    await rig.restart();
    await rig.sync();
    expect(blocks()).toEqual(['Busy 05-05T09:00 05-05T10:00']);
  });

  it('a rule under a pinned id does not take its place', async () => {
    await managed({ PinnedRules: [pinned] });
    await rig.stop();
    edit({ rules: [{ ...titles, id: 'acme' }] });
    await rig.restart();
    await rig.sync();
    expect(blocks()).toEqual(['Busy 05-05T09:00 05-05T10:00']);
  });

  it('another address in the settings file makes nobody somebody else', async () => {
    await managed({ AllowedAccountDomains: ['microsoft.example'] }, titles);
    expect((await rig.call('accounts', {})).map(({ stopped }) => stopped)).toEqual([false, true]);
    await rig.stop();
    const text = readFileSync(join(rig.directory, 'settings.json'), 'utf8');
    expect(text).toContain('b@google.example');
    edit(JSON.parse(text.replace('b@google.example', 'b@microsoft.example')) as object);
    rig.policies = [];
    await rig.restart();
    await rig.sync();
    rig.policies = [left({ AllowedAccountDomains: ['microsoft.example'] })];
    await rig.restart();
    const [, account] = await rig.call('accounts', {});
    expect(account).toMatchObject({
      stopped: true,
      mend: null,
      sentence: 'Your organisation does not allow accounts of this domain (AllowedAccountDomains).',
    });
  });
});

describe('A3: by an import', () => {
  it('a file’s rules are judged as any others', async () => {
    await managed({ MinimumMaskLevel: 'busy', PinnedRules: [pinned] });
    rig.desktop.file = { name: 'rules.json', text: JSON.stringify({ rules: [titles] }) };
    const { rules } = await rig.call('importRules', {});
    await rig.cycle(() => rig.call('saveRules', { rules: rules ?? [] }));
    expect(blocks()).toEqual(['Busy 05-05T09:00 05-05T10:00']);
    rig.desktop.file = {
      name: 'rules.json',
      text: JSON.stringify({ rules: [{ ...titles, id: 'acme' }] }),
    };
    const { rules: second } = await rig.call('importRules', {});
    expect(await refusal(rig.call('saveRules', { rules: second ?? [] }))).toBe(
      'policy.rule-pinned',
    );
  });
});

describe('A2: while the program runs', () => {
  it('a change holds within a minute, without a restart', async () => {
    await managed({}, titles);
    expect(blocks()).toHaveLength(1);
    const began = rig.app.now();
    const heard: string[] = [];
    rig.app.onChange((topics) => void heard.push(...topics));
    rig.policies = [left({ MinimumMaskLevel: 'busy', ForceStartAtLogin: true })];
    await rig.until(() => rig.desktop.atLogin.length > 0);
    expect(rig.app.now() - began).toBeLessThanOrEqual(60_000);
    expect((await rig.call('rules', {}))[0]?.stopped).toMatchObject({ whole: true });
    expect(rig.desktop.atLogin).toEqual([true]);
    rig.policies = [];
    await rig.until(() => rig.desktop.atLogin.length > 1);
    expect(rig.desktop.atLogin).toEqual([true, false]);
    expect((await rig.call('rules', {}))[0]?.stopped).toBeNull();
  });

  it('what holds from the next start only, is said to, until it is as it was', async () => {
    await managed({ RequireOSKeychain: true });
    const waiting = async (): Promise<readonly string[]> =>
      (await rig.call('policy', {})).atNextStart;
    expect(await waiting()).toEqual([]);
    rig.policies = [left({ ProxyMode: 'direct', MaxLookaheadDays: 30 })];
    await rig.until(() => rig.app.profile.policy.current().mandatory.MaxLookaheadDays === 30);
    expect(await waiting()).toEqual(['RequireOSKeychain', 'ProxyMode']);
    rig.policies = [left({ RequireOSKeychain: true })];
    await rig.until(() => rig.app.profile.policy.current().mandatory.RequireOSKeychain === true);
    expect(await waiting()).toEqual([]);
  });

  it('what is recommended holds until the person chooses', async () => {
    await managed({});
    const values = { ForceContentProtection: true, MaxLookaheadDays: 30 };
    rig.policies = [left(values, { level: 'recommended' })];
    await rig.restart();
    expect(await rig.call('readSettings', {})).toMatchObject({
      contentProtection: true,
      window: { futureDays: 30 },
    });
    await rig.call('saveSettings', {
      contentProtection: false,
      window: { pastDays: 1, futureDays: 365 },
    });
    expect(await rig.call('readSettings', {})).toMatchObject({
      contentProtection: false,
      window: { futureDays: 365 },
    });
  });
});

describe('A4: the page of policies', () => {
  it('shows name, value, level, source and status of each, and saves them', async () => {
    await managed({ MaxLookaheadDays: 30, Nonsense: [1] });
    const { entries, managed: isManaged, obstacles } = await rig.call('policy', {});
    expect([isManaged, obstacles]).toEqual([true, []]);
    expect(entries).toEqual([
      {
        name: 'MaxLookaheadDays',
        value: '30',
        level: 'mandatory',
        scope: 'machine',
        origin: '/etc/umbra/policies/managed/test.json',
        status: 'applied',
        reason: null,
        remark: null,
      },
      expect.objectContaining({ name: 'Nonsense', value: '[1]', status: 'unknown' }),
    ]);
    expect(await rig.call('exportPolicy', {})).toEqual({ saved: true });
    const [file] = rig.desktop.saved;
    expect(JSON.parse(file?.text ?? '')).toMatchObject({
      entries: [{ name: 'MaxLookaheadDays', value: 30 }, { name: 'Nonsense' }],
    });
  });
});

describe('A3: by the command', () => {
  async function machine(values: Readonly<Record<string, unknown>>): Promise<CommandRig> {
    rig = new AppRig([]);
    command = await new CommandRig().start();
    command.addPerson('Acme', 'microsoft', ['Calendar']);
    command.addPerson('Home', 'google', ['Private']);
    await command.connect('Acme', 'microsoft');
    await command.connect('Home', 'google');
    command.policies = [left(values)];
    return command;
  }

  it('a rule that violates policy writes nothing, and everything says so', async () => {
    const umbra = await machine({ MinimumMaskLevel: 'busy' });
    umbra.add('acme0', 2);
    const file = join(umbra.directory, 'rules.json');
    writeFileSync(file, JSON.stringify({ rules: [titles] }));
    expect((await umbra.run('rules', 'apply', file)).code).toBe(0);
    expect((await umbra.run('sync')).code).toBe(0);
    expect(umbra.blocks('home0')).toEqual([]);
    expect(await umbra.json('status')).toMatchObject({
      policy: { set: 1, obstacles: [], stoppedRules: [{ rule: 'titles', whole: true }] },
    });
    const doctor = await umbra.run('doctor');
    expect([doctor.code, doctor.out.includes('MinimumMaskLevel')]).toEqual([5, true]);
  });

  it('no account of a forbidden kind or domain is added', async () => {
    const umbra = await machine({ BlockedAccountDomains: ['google.example'] });
    umbra.addPerson('Other', 'google', ['Private']);
    const { code, err } = await umbra.connect('Other', 'google');
    expect([code, err.includes('BlockedAccountDomains')]).toEqual([2, true]);
    expect(await umbra.json('accounts', 'list', '--offline')).toMatchObject({
      accounts: [{ label: 'Acme' }, { label: 'Home' }],
    });
  });

  it('no variable moves the place of policies, and nothing is printed where export is off', async () => {
    const umbra = await machine({ DisableExport: true });
    for (const name of ['UMBRA_POLICIES', 'UMBRA_POLICY_DIR', 'XDG_CONFIG_DIRS', 'SystemRoot'])
      umbra.environment[name] = umbra.directory;
    umbra.environment['UMBRA_PASSPHRASE'] = 'four words or even more';
    for (const line of [
      ['rules', 'export'],
      ['audit', 'export'],
      ['vault', 'export'],
    ])
      expect(await umbra.run(...line)).toMatchObject({ code: 2, out: '' });
  });

  it('nothing is synchronised under a policy that can’t be understood, but everything can be removed', async () => {
    const umbra = await machine({});
    umbra.add('acme0', 2);
    const file = join(umbra.directory, 'rules.json');
    writeFileSync(file, JSON.stringify({ rules: [busy] }));
    await umbra.run('rules', 'apply', file);
    await umbra.run('sync');
    umbra.policies = [left({ AllowedProviders: 'google' })];
    umbra.seen.length = 0;
    const sync = await umbra.run('sync');
    expect([sync.code, sync.err.includes('AllowedProviders')]).toEqual([4, true]);
    expect(umbra.seen).toEqual([]);
    expect((await umbra.run('policy', 'list')).code).toBe(5);
    expect((await umbra.run('purge', '--yes')).code).toBe(0);
    expect(umbra.blocks('home0')).toEqual([]);
  });

  it('A4: policies are listed, and a file is checked before it is handed out', async () => {
    const umbra = await machine({ MaxLookaheadDays: 30 });
    const list = await umbra.run('policy', 'list');
    expect([list.code, list.out.includes('MaxLookaheadDays')]).toEqual([0, true]);
    const check = async (text: string): Promise<number> => {
      const file = join(umbra.directory, 'policy.json');
      writeFileSync(file, text);
      return (await umbra.run('policy', 'check', file)).code;
    };
    expect(await check('{"DisableExport": true}')).toBe(0);
    expect(await check('{"DisableExport": "true"}')).toBe(5);
    expect(await check('{"DisableExports": true}')).toBe(5);
    expect(await check('[]')).toBe(2);
    expect(await check('{"UpdateChannel": "beta"}')).toBe(0);
    const file = join(umbra.directory, 'policy.json');
    const { out } = await umbra.run('policy', 'check', file);
    expect(out).toContain('UpdateChannel: This build does not update itself');
    expect((await umbra.run('policy', 'check', '/nowhere.json')).code).toBe(2);
  });

  it('policies hold in a profile that was never opened before', async () => {
    const umbra = await machine({ AllowedProviders: ['google'] });
    const profile = join(umbra.directory, 'fresh');
    umbra.addPerson('New', 'microsoft', ['Calendar']);
    const { code } = await umbra.run(
      ...['--profile', profile, 'accounts', 'add', '--provider', 'microsoft'],
      ...['--base-url', umbra.microsoftUrl, '--access-token-env', 'TOKEN_NEW'],
      ...['--email', 'new@microsoft.example', '--label', 'New'],
    );
    expect(code).toBe(2);
    expect(readFileSync(join(profile, 'vault.json'), 'utf8')).not.toBe('');
  });
});

/** Writes into the profile's settings file as a person with an editor would. */
function edit(changes: object): void {
  const file = join(rig.directory, 'settings.json');
  const before = JSON.parse(readFileSync(file, 'utf8')) as object;
  writeFileSync(file, JSON.stringify({ ...before, ...changes }));
}
