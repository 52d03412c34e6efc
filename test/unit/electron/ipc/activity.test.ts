import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it } from 'vitest';
import { always } from '../../../../electron/simulator/fault-sources.ts';
import { left } from '../../../kit/policy-readings.ts';
import { AppRig } from '../../../kit/app-rig.ts';
import { instant } from '../../../../shared/time/instant.ts';
import type { RuleInput } from '../../../kit/plan-world.ts';

const mesh: RuleInput = { id: 'mesh', sources: ['*'], targets: ['*'] };
const all = { before: null, limit: 100, text: '', action: null, intents: false };
let rig: AppRig;
afterEach(() => rig.close());

async function two(...rules: readonly RuleInput[]): Promise<AppRig> {
  rig = new AppRig([
    { label: 'A', cloud: 'microsoft' },
    { label: 'B', cloud: 'google' },
  ]);
  for (const day of ['05', '06', '07'])
    rig.clouds.add('A/Work', `2026-05-${day}T09:00`, { title: `Secret ${day}` });
  return rig.start(...rules);
}

describe('the activity log', () => {
  it('is read page by page, newest first, through a filter', async () => {
    await two(mesh);
    await rig.cycle(() => rig.call('switchRule', { id: 'mesh', enabled: false }));
    const { entries, more } = await rig.call('activity', all);
    expect(more).toBe(false);
    expect(entries.map(({ action }) => action)).toEqual([
      ...['delete', 'delete', 'delete', 'rules', 'create', 'create', 'create'],
    ]);
    const first = await rig.call('activity', { ...all, action: 'create', limit: 2 });
    expect([first.entries.length, first.more]).toEqual([2, true]);
    const before = first.entries.at(-1)?.sequence ?? null;
    const rest = await rig.call('activity', { ...all, action: 'create', limit: 2, before });
    expect([rest.entries.length, rest.more]).toEqual([1, false]);
    expect((await rig.call('activity', { ...all, text: 'b/wORK' })).entries).toHaveLength(6);
  });

  it('is verified and exported, without a title', async () => {
    await two(mesh);
    expect(await rig.call('verifyActivity', {})).toEqual({
      ...{ fault: null, entries: 6, from: 1, segments: 0 },
    });
    expect(await rig.call('exportActivity', { format: 'csv' })).toEqual({ saved: true });
    const [file] = rig.desktop.saved;
    expect(file?.name).toBe('umbra-activity.csv');
    expect(file?.text.split('\n')).toHaveLength(8);
    expect(file?.text).not.toContain('Secret');
    rig.desktop.cancels = true;
    expect(await rig.call('exportActivity', { format: 'ndjson' })).toEqual({ saved: false });
  });
});

describe('health', () => {
  it('tells how long changes took, how writes went, and which data goes where', async () => {
    await two(mesh);
    rig.clouds.latency = () => 2_000;
    rig.clouds.add('A/Work', '2026-05-08T09:00');
    await rig.sync();
    const health = await rig.call('health', {});
    const [a, b] = health.accounts;
    expect(a).toMatchObject({ latencyP50: null, successRate: null, queue: 0, lastError: null });
    expect(b?.successRate).toBe(1);
    expect(b?.latencyP50).toBeGreaterThan(0);
    expect(b?.latencyP95).toBeLessThan(120_000);
    expect(b?.quotaShare).toBeGreaterThan(0);
    expect(b).toMatchObject({ writes: 4, changes: 1, missed: [] });
    expect(b?.days).toHaveLength(14);
    expect(b?.days.at(-1)).toMatchObject({ writes: 4, changes: 1, successRate: 1 });
    expect(b?.days[0]).toMatchObject({ writes: 0, latencyP50: null, quotaShare: 0 });
    expect(health.cycles.map(({ ok }) => ok)).toEqual([true, true]);
    expect(health.flows).toHaveLength(2);
    expect(health.flows).toContainEqual({
      source: rig.key('A/Work'),
      target: rig.key('B/Work'),
      rule: 'mesh',
      level: 'busy',
    });
  });

  it('counts a change from half-way between two reads, and not from before a long sleep', async () => {
    await two(mesh);
    await rig.until(() => rig.app.loop.pulse === null);
    const { clock } = rig.clouds;
    const last = rig.app.profile.store.lastCycleAt() ?? 0;
    rig.clouds.add('A/Work', '2026-05-08T09:00');
    await rig.cycle(() => undefined);
    const [sample] = rig.app.profile.store.latenciesSince(instant(0));
    const gap = clock.now() - last;
    expect(gap).toBeGreaterThan(25_000);
    expect(Math.abs((sample?.ms ?? 0) - gap / 2)).toBeLessThan(5_000);
    rig.clouds.add('A/Work', '2026-05-09T09:00');
    clock.advance(8 * 3_600_000);
    await rig.cycle(() => undefined);
    const [, afterSleep] = rig.app.profile.store.latenciesSince(instant(0));
    expect(afterSleep?.ms).toBeLessThan(10_000);
  });

  it('says which goal was missed in the last day, in the state and on the page', async () => {
    await two(mesh);
    const { store } = rig.app.profile;
    const [a] = rig.app.profile.settings.read().accounts;
    if (a === undefined) throw new Error('No account');
    store.recordWrites(a.id, rig.app.now(), 60, 2);
    store.recordQuota(a.id, rig.app.now(), 0.85);
    await rig.sync();
    expect((await rig.call('state', {})).goalsMissed).toBe(2);
    const { accounts } = await rig.call('health', {});
    expect(accounts.map(({ missed }) => missed)).toEqual([['success', 'quota'], []]);
    rig.clouds.clock.advance(26 * 3_600_000);
    await rig.sync();
    expect((await rig.call('state', {})).goalsMissed).toBe(0);
  });

  it('misses a goal by writes that really failed, and tells', async () => {
    await two(mesh);
    for (let hour = 0; hour < 24; hour++)
      rig.clouds.add(
        'A/Work',
        `2026-05-1${hour % 8}T${String(8 + (hour >> 3)).padStart(2, '0')}:00`,
      );
    rig.clouds.faults = always(
      { operation: 'create', accountEmail: 'b@google.example' },
      { kind: 'status', status: 400, code: 'invalid' },
    );
    await rig.sync();
    const [, b] = (await rig.call('health', {})).accounts;
    expect(b?.missed).toEqual(['success']);
    expect((await rig.call('state', {})).goalsMissed).toBe(1);
  });

  it('counts no latency for what a first reading found', async () => {
    await two(mesh);
    const { accounts } = await rig.call('health', {});
    expect(accounts.map(({ latencyP50 }) => latencyP50)).toEqual([null, null]);
  });

  it('names the last error of an account', async () => {
    await two(mesh);
    rig.environment['TOKEN_A'] = '';
    await rig.sync();
    const { accounts } = await rig.call('health', {});
    expect(accounts[0]?.lastError).toContain('TOKEN_A');
  });
});

describe('everything that the program holds', () => {
  it('is exported as one file, without a key or a token', async () => {
    await two(mesh);
    await rig.call('exportData', {});
    const text = rig.desktop.saved[0]?.text ?? '';
    const held = JSON.parse(text) as { events: unknown[]; blocks: unknown[]; calendars: unknown[] };
    expect([held.events.length, held.blocks.length, held.calendars.length]).toEqual([3, 3, 2]);
    expect(text).not.toContain('token-A');
    expect(text).not.toContain(Buffer.from(rig.app.profile.engineDeps.vault.key).toString('hex'));
  });

  it('is gone after it was erased, with every block, and the program is as new', async () => {
    await two(mesh);
    expect(await rig.call('eraseEverything', { removeBlocks: true })).toEqual({ left: 0 });
    expect(rig.clouds.blocks('B/Work')).toEqual([]);
    expect((await rig.call('state', {})).mode).toBe('empty');
    expect((await rig.call('activity', all)).entries).toEqual([]);
    expect(rig.clouds.world.events(rig.clouds.calendar('A/Work').id)).toHaveLength(3);
  });

  it('stays where a block could not be removed', async () => {
    await two(mesh);
    rig.environment['TOKEN_B'] = '';
    const { left } = await rig.call('eraseEverything', { removeBlocks: true });
    expect(left).toBeGreaterThan(0);
    expect((await rig.call('accounts', {})).length).toBe(2);
    expect((await rig.call('rules', {})).map(({ rule }) => rule.enabled)).toEqual([false]);
  });

  it('[A6] leaves the disk as it was before the program came, once it has ended', async () => {
    await two(mesh);
    const copies = ['umbra.db.corrupt-2026', 'umbra.db.before-3-2026'];
    for (const name of [...copies, 'secrets.json.unreadable', 'settings.json.tmp-1'])
      writeFileSync(join(rig.directory, name), 'Secret');
    expect(await rig.call('eraseEverything', { removeBlocks: false })).toEqual({ left: 0 });
    expect(rig.desktop.tracesErased).toBe(1);
    await rig.stop();
    expect(rig.clouds.blocks('B/Work')).toHaveLength(3);
    expect(existsSync(rig.directory)).toBe(false);
  });

  it('[A6] leaves a file that is not ours, and what somebody began after it', async () => {
    await two(mesh);
    writeFileSync(join(rig.directory, 'notes.txt'), 'mine');
    await rig.call('eraseEverything', { removeBlocks: true });
    await rig.call('saveRules', { rules: [{ id: 'new', sources: ['*'], targets: ['*'] }] });
    await rig.stop();
    expect(readdirSync(rig.directory).sort()).toEqual(
      expect.arrayContaining(['notes.txt', 'settings.json', 'umbra.db', 'vault.json']),
    );
    for (const name of readdirSync(rig.directory))
      expect(readFileSync(join(rig.directory, name), 'latin1')).not.toMatch(/Secret|token-A/);
  });

  it('[A6] is exported whole: no table of the database is left out without a reason', async () => {
    await two(mesh);
    await rig.call('exportData', {});
    const held = JSON.parse(rig.desktop.saved[0]?.text ?? '{}') as Record<string, unknown>;
    const exported: Readonly<Record<string, string>> = {
      calendar: 'calendars',
      account_list: 'reads',
      cursor: 'reads',
      event: 'events',
      block: 'blocks',
      intent: 'outstanding',
      hold: 'holds',
      audit: 'activity',
      cycle: 'cycles',
      latency: 'latencies',
      measure: 'measures',
    };
    // Seals over what is exported, and how far the planner has come.
    const means = ['audit_head', 'audit_segment', 'note'];
    await rig.stop();
    const database = new DatabaseSync(join(rig.directory, 'umbra.db'));
    const tables = database
      .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
      .all()
      .map(({ name }) => String(name));
    database.close();
    expect(tables.sort()).toEqual([...Object.keys(exported), ...means].sort());
    expect(Object.keys(held)).toEqual(expect.arrayContaining(Object.values(exported)));
  });

  it('[A3] is not exported where policy forbids it', async () => {
    await two(mesh);
    await rig.stop();
    rig.policies = [left({ DisableExport: true })];
    await rig.restart();
    const refused = { code: 'policy.export' };
    await expect(rig.call('exportData', {})).rejects.toMatchObject(refused);
    await expect(rig.call('exportActivity', { format: 'csv' })).rejects.toMatchObject(refused);
    expect(rig.desktop.saved).toEqual([]);
  });
});

describe('the key for a second device', () => {
  it('goes into a file under a passphrase, and comes back where no block lies under another', async () => {
    await two(mesh);
    const passphrase = 'four words are long enough';
    expect(await rig.call('exportVault', { passphrase })).toEqual({ saved: true });
    const text = rig.desktop.saved.at(-1)?.text ?? '';
    const { vault } = rig.app.profile.engineDeps;
    expect(text).not.toContain(Buffer.from(vault.key).toString('hex'));
    rig.desktop.file = { name: 'umbra-key.json', text };
    await expect(rig.call('importVault', { passphrase: 'another' })).rejects.toMatchObject({
      code: 'vault.wrongPassphrase',
    });
    expect(await rig.call('importVault', { passphrase })).toEqual({ taken: true });
    expect(rig.app.profile.engineDeps.vault).toEqual(vault);
    expect((await rig.call('rules', {})).map(({ rule }) => rule.id)).toEqual(['mesh']);
  });
});
