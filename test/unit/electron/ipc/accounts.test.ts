import { afterEach, describe, expect, it } from 'vitest';
import { UserError } from '../../../../shared/errors/errors.ts';
import type { Account } from '../../../../shared/model/account.ts';
import { AppRig, connected } from '../../../kit/app-rig.ts';
import { FakeSignIn } from '../../../kit/fake-sign-in.ts';
import type { RuleInput } from '../../../kit/plan-world.ts';

const mesh: RuleInput = { id: 'mesh', sources: ['*'], targets: ['*'] };
let rig: AppRig;
afterEach(() => rig.close());

async function two(...rules: readonly RuleInput[]): Promise<AppRig> {
  rig = new AppRig([
    { label: 'A', cloud: 'microsoft' },
    { label: 'B', cloud: 'google' },
  ]);
  rig.clouds.add('A/Work', '2026-05-05T09:00');
  rig.clouds.add('B/Work', '2026-05-06T09:00');
  return rig.start(...rules);
}

describe('accounts', () => {
  it('are shown with their calendars and how they stand', async () => {
    await two(mesh);
    const [account] = await rig.call('accounts', {});
    expect(account).toMatchObject({
      label: 'A',
      provider: 'microsoft',
      sample: false,
      state: 'healthy',
      sentence: 'Everything works.',
      mend: null,
    });
    expect(account?.calendars).toMatchObject([
      { ref: 'A/Work', isDefault: true, canWrite: true, events: 1, blocks: 1 },
    ]);
    expect(account?.calendars[0]?.lastReadAt).not.toBeNull();
  });

  it('say of a calendar that another account shares where rules reach it', async () => {
    rig = new AppRig([
      { label: 'A', cloud: 'google', domain: 'calendar.example' },
      { label: 'B', cloud: 'google', domain: 'calendar.example' },
    ]);
    rig.clouds.share('A/Work', 'B');
    await rig.start(mesh);
    const [, account] = await rig.call('accounts', {});
    expect(account?.calendars.map(({ ref, standIn }) => [ref, standIn])).toEqual([
      ['B/Work', null],
      ['B/Work (2)', rig.key('A/Work')],
    ]);
  });

  it('say what mends them', async () => {
    await two(mesh);
    rig.environment['TOKEN_B'] = '';
    await rig.sync();
    const [, account] = await rig.call('accounts', {});
    expect(account).toMatchObject({
      state: 'needsSignIn',
      inTrouble: true,
      mend: { verb: 'signIn', words: 'Sign in again' },
    });
    rig.environment['TOKEN_B'] = 'token-B';
    await rig.sync();
    expect((await rig.call('accounts', {})).map(({ state }) => state)).toEqual([
      'healthy',
      'healthy',
    ]);
  });
});

describe('removing an account', () => {
  it('takes its blocks along, and those that its events cast', async () => {
    await two(mesh);
    await rig.cycle(() => rig.call('removeAccount', { id: rig.account('A'), removeBlocks: true }));
    expect(rig.clouds.blocks('A/Work')).toEqual([]);
    expect(rig.clouds.blocks('B/Work')).toEqual([]);
    expect(await rig.call('accounts', {})).toHaveLength(1);
  });

  it('leaves the blocks on its calendars if asked to', async () => {
    await two(mesh);
    await rig.cycle(() => rig.call('removeAccount', { id: rig.account('A'), removeBlocks: false }));
    expect(rig.clouds.blocks('A/Work')).toHaveLength(1);
    expect(rig.clouds.blocks('B/Work')).toEqual([]);
  });

  it('knows none but those that are there', async () => {
    await two(mesh);
    const wish = { id: 'x', removeBlocks: true };
    await expect(rig.call('removeAccount', wish)).rejects.toThrow('account.unknown');
    await expect(rig.call('keepAccount', { id: rig.account('A') })).rejects.toThrow(
      'account.unknown',
    );
  });
});

describe('[S9] removing an account that can’t be reached', () => {
  /** A is removed with its blocks while its provider lets nobody in. */
  async function cutOff(signIn: FakeSignIn | null = null): Promise<string> {
    rig = new AppRig(
      [
        { label: 'A', cloud: 'microsoft' },
        { label: 'B', cloud: 'google' },
      ],
      signIn,
    );
    rig.clouds.add('A/Work', '2026-05-05T09:00');
    rig.clouds.add('B/Work', '2026-05-06T09:00');
    await rig.start(mesh);
    const id = rig.account('A');
    rig.environment['TOKEN_A'] = '';
    const removal = rig.cycle(() => undefined);
    expect(await rig.call('removeAccount', { id, removeBlocks: true })).toEqual({
      ended: null,
      waiting: true,
    });
    await removal;
    return id;
  }

  const leavers = (): readonly string[] =>
    rig.app.profile.settings.read().leaving.map(({ label }) => label);

  it('stops reading and casting at once, and keeps its blocks in mind until it answers', async () => {
    const signIn = new FakeSignIn();
    await cutOff(signIn);
    expect(rig.clouds.blocks('B/Work')).toEqual([]);
    expect(rig.clouds.blocks('A/Work')).toHaveLength(1);
    expect(await rig.call('accounts', {})).toMatchObject([
      { label: 'B', state: 'healthy' },
      { label: 'A', state: 'removing', mend: { verb: 'signIn' }, calendars: [] },
    ]);
    expect(signIn.forgotten).toEqual([]);
    rig.environment['TOKEN_A'] = 'token-A';
    await rig.sync();
    await rig.until(() => leavers().length === 0);
    expect(rig.clouds.blocks('A/Work')).toEqual([]);
    expect(await rig.call('accounts', {})).toHaveLength(1);
    expect(signIn.forgotten).toEqual(['A']);
    expect(rig.clouds.world.events(rig.clouds.calendar('A/Work').id)).toHaveLength(1);
  });

  it('goes on after a restart', async () => {
    await cutOff();
    rig.environment['TOKEN_A'] = 'token-A';
    await rig.restart();
    await rig.until(() => leavers().length === 0);
    expect(rig.clouds.blocks('A/Work')).toEqual([]);
  });

  it('can be taken back: it is read anew, and every block stands where it stood', async () => {
    const id = await cutOff();
    const before = rig.clouds.blockEvents('A/Work').map((event) => event.id);
    rig.environment['TOKEN_A'] = 'token-A';
    await rig.cycle(() => rig.call('keepAccount', { id }));
    await rig.sync();
    expect(leavers()).toEqual([]);
    expect((await rig.call('accounts', {})).map(({ label }) => label)).toEqual(['B', 'A']);
    expect(rig.clouds.blockEvents('A/Work').map((event) => event.id)).toEqual(before);
    expect(rig.clouds.blocks('B/Work')).toEqual(['Busy 05-05T09:00 05-05T10:00']);
  });

  it('can be ended at once, with its blocks left where they are', async () => {
    const signIn = new FakeSignIn();
    const id = await cutOff(signIn);
    await rig.call('removeAccount', { id, removeBlocks: false });
    expect([leavers(), signIn.forgotten]).toEqual([[], ['A']]);
    expect(rig.clouds.blocks('A/Work')).toHaveLength(1);
  });

  it('keeps its name and its person taken until it is gone', async () => {
    await cutOff(new FakeSignIn());
    await expect(rig.call('addAccount', { provider: 'google', label: 'A' })).rejects.toThrow(
      'account.leaving',
    );
    const b = rig.account('B');
    await expect(rig.call('renameAccount', { id: b, label: 'A' })).rejects.toThrow(
      'account.duplicate',
    );
  });

  it('names the blocks that nobody can remove, and waits for a person', async () => {
    await two(mesh);
    rig.clouds.world.updateCalendar(rig.clouds.calendar('A/Work').id, { access: 'reader' });
    const id = rig.account('A');
    expect(await rig.call('removeAccount', { id, removeBlocks: true })).toMatchObject({
      waiting: true,
    });
    const [, account] = await rig.call('accounts', {});
    expect(account?.sentence).toContain('1 block is left on “A/Work”');
    expect(account?.inTrouble).toBe(true);
    expect((await rig.call('state', {})).accountsInTrouble).toBe(1);
  });

  it('is tried once an hour where only a person can bring it on, and whenever one asks', async () => {
    await two(mesh);
    rig.clouds.world.updateCalendar(rig.clouds.calendar('A/Work').id, { access: 'reader' });
    await rig.call('removeAccount', { id: rig.account('A'), removeBlocks: true });
    rig.clouds.seen.length = 0;
    const asked = (): number =>
      rig.clouds.seen.filter(({ call }) => call.accountEmail === rig.clouds.accounts[0]?.email)
        .length;
    const begun = rig.app.now();
    await rig.until(() => rig.app.now() - begun > 50 * 60_000);
    expect(asked()).toBe(0);
    await rig.until(() => rig.app.now() - begun > 70 * 60_000);
    expect(asked()).toBeGreaterThan(0);
    rig.clouds.world.updateCalendar(rig.clouds.calendar('A/Work').id, { access: 'owner' });
    await rig.sync();
    await rig.until(() => leavers().length === 0);
    expect(rig.clouds.blocks('A/Work')).toEqual([]);
  });

  it('is erased with everything else, blocks first', async () => {
    await cutOff();
    expect(await rig.call('eraseEverything', { removeBlocks: true })).toEqual({ left: 1 });
    rig.environment['TOKEN_A'] = 'token-A';
    expect(await rig.call('eraseEverything', { removeBlocks: true })).toEqual({ left: 0 });
    expect(rig.clouds.blocks('A/Work')).toEqual([]);
  });

  it('sweeps up at the start what a crash has left of a removal', async () => {
    const signIn = new FakeSignIn();
    await two(mesh);
    const { settings, store } = rig.app.profile;
    const [, b] = settings.read().accounts;
    // The settings know already; the database does not yet.
    settings.moveAccounts(b === undefined ? [] : [b], []);
    expect(store.calendars().some(({ ref }) => ref === 'A/Work')).toBe(true);
    Object.assign(rig.options, { signIn });
    await rig.restart();
    expect(rig.app.profile.store.calendars().map(({ ref }) => ref)).toEqual(['B/Work']);
    expect(signIn.swept).toEqual([['B']]);
  });
});

describe('renaming an account', () => {
  it('keeps every rule and every block in its place', async () => {
    await two({
      id: 'pair',
      sources: ['A/Work'],
      targets: ['B/*'],
      mask: { level: 'labelled', labels: { 'A/*': 'Acme' } },
    });
    const before = rig.clouds.blockEvents('B/Work').map(({ id }) => id);
    await rig.cycle(() => rig.call('renameAccount', { id: rig.account('A'), label: 'Acme' }));
    expect(rig.clouds.blockEvents('B/Work').map(({ id }) => id)).toEqual(before);
    expect((await rig.call('rules', {}))[0]?.rule).toMatchObject({
      sources: ['Acme/Work'],
      mask: { labels: { 'Acme/*': 'Acme' } },
    });
    expect((await rig.call('accounts', {}))[0]?.calendars[0]?.ref).toBe('Acme/Work');
  });

  it('refuses a label that is taken or that no rule could name', async () => {
    await two();
    const id = rig.account('A');
    await expect(rig.call('renameAccount', { id, label: 'B' })).rejects.toThrow(
      'account.duplicate',
    );
    await expect(rig.call('renameAccount', { id, label: 'x/y' })).rejects.toThrow(
      'account.invalid',
    );
  });
});

describe('signing in', () => {
  const signIn = new FakeSignIn();

  /** Only B is connected; A may sign in. */
  async function one(): Promise<Account> {
    rig = new AppRig(
      [
        { label: 'A', cloud: 'microsoft' },
        { label: 'B', cloud: 'google' },
      ],
      signIn,
    );
    await rig.start();
    await rig.cycle(() => rig.call('removeAccount', { id: rig.account('A'), removeBlocks: false }));
    const [a] = rig.clouds.accounts;
    if (a === undefined) throw new Error('no account');
    signIn.tokensOf[a.email] = 'token-A';
    return {
      ...connected(a),
      credential: { kind: 'oauth', subject: 'oid.tid', cloud: 'global', access: 'readWrite' },
    };
  }

  it('connects an account under the label chosen, and reads it', async () => {
    const account = await one();
    signIn.next.push({ kind: 'signedIn', account });
    await rig.cycle(() => rig.call('addAccount', { provider: 'microsoft', label: 'Acme' }));
    expect((await rig.call('accounts', {})).map(({ label, state }) => [label, state])).toEqual([
      ['B', 'healthy'],
      ['Acme', 'healthy'],
    ]);
  });

  it('tells in words why nobody was connected, and changes nothing', async () => {
    await one();
    signIn.next.push({
      kind: 'refused',
      problem: new UserError('sign-in.declined', { label: 'Acme' }),
    });
    await expect(rig.call('addAccount', { provider: 'microsoft', label: 'Acme' })).rejects.toThrow(
      'sign-in.declined',
    );
    await expect(rig.call('addAccount', { provider: 'microsoft', label: 'B' })).rejects.toThrow(
      'account.duplicate',
    );
    expect(await rig.call('accounts', {})).toHaveLength(1);
  });

  it('connects another person of the same address, as a personal and a work account may share one', async () => {
    const { tokens, forget } = signIn;
    const ended = new Set<string>();
    signIn.forget = (gone, signal) => {
      if (gone.credential.kind === 'oauth') ended.add(gone.credential.subject);
      return forget(gone, signal);
    };
    signIn.tokens = (of) => ({
      token: (signal) =>
        ended.has(of.credential.subject)
          ? Promise.resolve({ kind: 'needsSignIn', code: 'no-token' })
          : tokens(of).token(signal),
    });
    const account = await one();
    // Nor is the person who had a fixed token before asked for it.
    rig.environment['TOKEN_A'] = '';
    const other: Account = {
      ...account,
      credential: { kind: 'oauth', subject: 'oid.home', cloud: 'global', access: 'readWrite' },
    };
    signIn.next.push({ kind: 'signedIn', account }, { kind: 'signedIn', account: other });
    await rig.cycle(() => rig.call('addAccount', { provider: 'microsoft', label: 'Acme' }));
    const id = rig.account('Acme');
    await rig.cycle(() => rig.call('removeAccount', { id, removeBlocks: false }));
    await rig.cycle(() => rig.call('addAccount', { provider: 'microsoft', label: 'Home' }));
    expect((await rig.call('accounts', {})).map(({ label, state }) => [label, state])).toEqual([
      ['B', 'healthy'],
      ['Home', 'healthy'],
    ]);
    Object.assign(signIn, { tokens, forget });
  });

  it('again gives the same account fresh tokens', async () => {
    const account = await one();
    signIn.next.push({ kind: 'signedIn', account }, { kind: 'signedIn', account });
    await rig.cycle(() => rig.call('addAccount', { provider: 'microsoft', label: 'Acme' }));
    await rig.cycle(() => rig.call('signInAgain', { id: rig.account('Acme') }));
    expect(signIn.again).toEqual(['Acme']);
    await expect(rig.call('signInAgain', { id: rig.account('B') })).rejects.toThrow(
      'account.fixed-token',
    );
  });

  it('says what to register where there is no client id', async () => {
    await two();
    const problem = await rig
      .call('addAccount', { provider: 'google', label: 'Acme' })
      .catch((error: unknown) => error);
    expect(problem).toMatchObject({
      code: 'sign-in.not-configured',
      parameters: { provider: 'Google' },
    });
    expect((problem as UserError).details.length).toBeGreaterThan(1);
  });
});
