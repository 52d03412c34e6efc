import { afterEach, describe, expect, it } from 'vitest';
import type { Topic } from '../../../../shared/ipc/contract.ts';
import { openProfile } from '../../../../electron/profile/profile.ts';
import { left } from '../../../kit/policy-readings.ts';
import { conflictsUntil } from '../../../../shared/view/conflicts-ahead.ts';
import { AppRig } from '../../../kit/app-rig.ts';
import type { RuleInput } from '../../../kit/plan-world.ts';

const mesh: RuleInput = { id: 'mesh', sources: ['*'], targets: ['*'] };
const HOUR = 3_600_000;
let rig: AppRig;
afterEach(() => rig.close());

async function two(...rules: readonly RuleInput[]): Promise<AppRig> {
  rig = new AppRig([
    { label: 'A', cloud: 'microsoft' },
    { label: 'B', cloud: 'google' },
  ]);
  rig.clouds.add('A/Work', '2026-05-05T09:00');
  return rig.start(...rules);
}

/** Lets the loop live through some time. */
async function pass(ms: number): Promise<void> {
  const end = rig.app.now() + ms;
  await rig.until(() => rig.app.now() >= end);
}

describe('the state of the program', () => {
  it('is one sentence when everything is in its place', async () => {
    await two(mesh);
    expect(await rig.call('state', {})).toMatchObject({
      mode: 'live',
      sync: {
        state: 'ok',
        sentence: 'Every block is in its place.',
        progress: null,
        pausedUntil: null,
      },
      holds: 0,
      conflicts: 0,
      rulesPaused: 0,
      accountsInTrouble: 0,
      goalsMissed: 0,
      version: '1.2.3',
      zone: 'Europe/Berlin',
    });
  });

  it('counts the double bookings that its list shows, and none beyond them', async () => {
    await two();
    for (const day of ['2026-05-06', '2026-07-20']) {
      rig.clouds.add('A/Work', `${day}T09:00`);
      rig.clouds.add('B/Work', `${day}T09:30`);
    }
    await rig.sync();
    const { conflicts, now } = await rig.call('state', {});
    const listed = await rig.call('conflicts', { from: now, to: conflictsUntil(now) });
    expect([conflicts, listed.length]).toEqual([1, 1]);
  });

  it('asks for an account where there is none', async () => {
    rig = new AppRig([]);
    await rig.start();
    expect(await rig.call('state', {})).toMatchObject({
      mode: 'empty',
      sync: { state: 'ok', sentence: 'No account is connected yet.' },
    });
  });

  it('tells how far a cycle is while it runs', async () => {
    await two(mesh);
    const seen: (number | null)[] = [];
    rig.clouds.latency = () => 300;
    const stop = rig.app.onChange(() => {
      const { pulse } = rig.app.loop;
      if (pulse !== null) void rig.call('state', {}).then(({ sync }) => seen.push(sync.progress));
    });
    await rig.sync();
    stop();
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.every((share) => share === null || (share >= 0 && share <= 1))).toBe(true);
  });

  it('names the account that needs somebody', async () => {
    await two(mesh);
    rig.environment['TOKEN_A'] = '';
    await rig.sync();
    const state = await rig.call('state', {});
    expect(state.accountsInTrouble).toBe(1);
    expect(state.sync).toMatchObject({
      state: 'attention',
      failing: true,
      sentence: 'The account “A” needs your attention; the others go on.',
    });
  });

  it('[security F11] names the rule that waits because a calendar is gone, and no more once it is changed', async () => {
    const lost = { id: 'lost', name: 'Board', sources: ['A/Gone'], targets: ['B/Work'] };
    await two(mesh, lost);
    await rig.sync();
    const state = await rig.call('state', {});
    expect(state.rulesPaused).toBe(1);
    expect(state.sync).toMatchObject({
      state: 'attention',
      failing: false,
      sentence: 'The rule “Board” is paused: a calendar that it names is gone.',
    });
    await rig.call('switchRule', { id: 'lost', enabled: false });
    expect((await rig.call('state', {})).rulesPaused).toBe(0);
  });
});

describe('keeping in step', () => {
  it('goes on by itself', async () => {
    await two(mesh);
    rig.clouds.add('A/Work', '2026-05-06T09:00');
    await pass(5 * 60_000);
    expect(rig.clouds.blocks('B/Work')).toHaveLength(2);
  });

  it('rests while paused, also after a restart, and goes on when the pause is over', async () => {
    await two(mesh);
    await rig.call('pause', { length: '1h' });
    rig.clouds.add('A/Work', '2026-05-06T09:00');
    expect((await rig.call('state', {})).sync).toMatchObject({
      state: 'paused',
      sentence: 'Paused until 11:00.',
      nextCycleAt: null,
    });
    await rig.restart();
    await pass(HOUR / 2);
    expect(rig.clouds.blocks('B/Work')).toHaveLength(1);
    await pass(HOUR);
    expect(rig.clouds.blocks('B/Work')).toHaveLength(2);
    expect((await rig.call('state', {})).sync.pausedUntil).toBeNull();
  });

  it('syncs while paused if the user asks for it', async () => {
    await two(mesh);
    await rig.call('pause', { length: 'untilResumed' });
    rig.clouds.add('A/Work', '2026-05-06T09:00');
    await rig.cycle(() => rig.call('syncNow', {}));
    expect(rig.clouds.blocks('B/Work')).toHaveLength(2);
    expect((await rig.call('state', {})).sync.sentence).toBe('Paused until you resume.');
  });

  it('goes on at once when the user resumes', async () => {
    await two(mesh);
    await rig.call('pause', { length: 'tomorrow' });
    expect((await rig.call('state', {})).sync).toMatchObject({
      sentence: 'Paused until tomorrow.',
      pausedUntil: Date.parse('2026-05-04T22:00:00Z'),
    });
    await rig.cycle(() => rig.call('resume', {}));
    expect((await rig.call('state', {})).sync.state).toBe('ok');
  });

  it('begins nothing while the computer sleeps, and catches up once when it wakes', async () => {
    await two(mesh);
    rig.app.sleep();
    rig.clouds.add('A/Work', '2026-05-06T09:00');
    await pass(HOUR);
    expect(rig.clouds.blocks('B/Work')).toHaveLength(1);
    await rig.cycle(() => rig.app.wake());
    expect(rig.clouds.blocks('B/Work')).toHaveLength(2);
  });

  it('ends within five seconds, although a provider does not answer', async () => {
    await two(mesh);
    rig.clouds.latency = () => HOUR;
    rig.app.syncNow();
    await pass(1_000);
    const before = rig.app.now();
    const { app } = rig;
    await rig.stop();
    expect(rig.clouds.clock.now() - before).toBeLessThanOrEqual(5_000);
    expect(() => app.profile).toThrow('store.closed');
  });

  it('E3: ends within two seconds with the machine, and whoever asks again waits for that end', async () => {
    await two(mesh);
    rig.clouds.latency = () => HOUR;
    rig.app.syncNow();
    await pass(1_000);
    const { app } = rig;
    const { store } = app.profile;
    const before = app.now();
    const ended: string[] = [];
    const first = app.stop({ hurry: true }).then(() => ended.push('the machine’s'));
    const second = app.stop().then(() => {
      expect(() => store.calendars()).toThrow();
      ended.push('the tray’s');
    });
    await rig.clouds.clock.run(Promise.all([first, second]));
    expect(ended).toHaveLength(2);
    expect(rig.clouds.clock.now() - before).toBeLessThanOrEqual(2_000);
  });
});

describe('what changed', () => {
  it('is told by topic, and not a hundred times', async () => {
    await two(mesh);
    const told: (readonly Topic[])[] = [];
    rig.app.onChange((topics) => void told.push(topics));
    for (let day = 10; day < 30; day++) rig.clouds.add('A/Work', `2026-05-${day}T09:00`);
    await rig.sync();
    await pass(1_000);
    expect(new Set(told.flat())).toEqual(
      new Set(['app', 'accounts', 'activity', 'holds', 'rules', 'events']),
    );
    expect(told.length).toBeLessThan(8);
  });
});

describe('settings', () => {
  it('are kept, one by one, across a restart', async () => {
    await two();
    const before = await rig.call('readSettings', {});
    expect(before).toMatchObject({ zone: null, theme: 'system', startAtLogin: false });
    await rig.call('saveSettings', {
      theme: 'dark',
      secondaryZones: ['Asia/Tokyo'],
      startAtLogin: true,
    });
    await rig.restart();
    expect(await rig.call('readSettings', {})).toEqual({
      ...before,
      theme: 'dark',
      secondaryZones: ['Asia/Tokyo'],
      startAtLogin: true,
    });
    expect(rig.desktop.atLogin).toEqual([true]);
  });

  it('E9: start nothing at login until the user asks for it', async () => {
    await two();
    expect(await rig.call('readSettings', {})).toMatchObject({ startAtLogin: false });
    expect(rig.desktop.atLogin).not.toContain(true);
  });

  it('E9: show whether the system starts the program, not whether it was asked to', async () => {
    await two();
    rig.desktop.allowsLogin = false;
    expect(await rig.call('saveSettings', { startAtLogin: true })).toMatchObject({
      startAtLogin: false,
    });
    rig.desktop.allowsLogin = true;
    expect((await rig.call('readSettings', {})).startAtLogin).toBe(true);
  });

  it('[A5] leave a trace in the log where they decide how long it is kept, and nowhere else', async () => {
    await two();
    const traces = async (): Promise<readonly unknown[]> => {
      const { entries } = await rig.call('activity', {
        ...{ before: null, limit: 10, text: '', action: 'settings', intents: false },
      });
      return entries.map(({ by, outcome }) => [by, outcome]);
    };
    await rig.call('saveSettings', { theme: 'dark', zone: 'Asia/Tokyo' });
    const { auditRetentionDays } = await rig.call('readSettings', {});
    await rig.call('saveSettings', { auditRetentionDays });
    expect(await traces()).toEqual([]);
    await rig.call('saveSettings', { auditRetentionDays: 90 });
    expect(await traces()).toEqual([['person', 'auditRetentionDays']]);
  });

  it('of the window reach the engine', async () => {
    await two(mesh);
    rig.clouds.add('A/Work', '2026-10-05T09:00');
    await rig.sync();
    expect(rig.clouds.blocks('B/Work')).toHaveLength(1);
    await rig.cycle(() => rig.call('saveSettings', { window: { pastDays: 1, futureDays: 365 } }));
    expect(rig.clouds.blocks('B/Work')).toHaveLength(2);
  });
});

describe('what only the desktop can do', () => {
  it('is handed on', async () => {
    await two();
    await rig.call('copyText', { text: 'free on Monday' });
    await rig.call('openLink', { url: 'https://example.com/join' });
    expect(rig.desktop.copied).toEqual([{ text: 'free on Monday' }]);
    expect(rig.desktop.opened).toEqual(['https://example.com/join']);
    await expect(rig.call('openLink', { url: 'file:///etc/passwd' })).rejects.toThrow();
  });
});

describe('the profile', () => {
  const inAnotherProgram = (): Promise<{ close(): Promise<void> }> =>
    openProfile({ ...rig.options, progress: () => undefined, samples: null });

  it('is closed although an administrator changes something as the program ends', async () => {
    rig = new AppRig([{ label: 'A', cloud: 'google' }]);
    const { surroundings } = rig.options;
    const ends: Promise<void>[] = [];
    let ending = false;
    const read = (): Promise<typeof rig.policies> => {
      if (ending) {
        rig.policies = [left({ AuditRetentionDays: 90 })];
        ends.push(rig.app.stop());
      }
      return Promise.resolve(rig.policies);
    };
    Object.assign(rig.options, { surroundings: { ...surroundings, policy: { read } } });
    await rig.start();
    ending = true;
    await rig.until(() => ends.length > 0);
    await rig.clouds.clock.run(Promise.all(ends));
    ending = false;
    await (await inAnotherProgram()).close();
  });

  it('is closed where the sample calendars can’t be started', async () => {
    rig = new AppRig([]);
    await rig.start();
    await rig.stop();
    await expect(
      openProfile({
        ...rig.options,
        progress: () => undefined,
        samples: () => Promise.reject(new Error('no port')),
        forceSamples: true,
      }),
    ).rejects.toThrow('no port');
    await (await inAnotherProgram()).close();
  });
});
