import { createHash } from 'node:crypto';
import { glob, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Page } from 'playwright-core';
import type { Api } from '../../shared/ipc/contract.ts';
import type { DrivenApp } from '../electron-host/drive.ts';
import { host, runApp, startApp } from './start-app.ts';

declare const umbra: Api;
const long = 30_000;

/** Every file of the program as it lies there now: its name, size and last change. */
async function installed(): Promise<readonly string[]> {
  const files: string[] = [];
  for await (const file of glob(['dist/{main,preload,renderer}/**/*', 'assets/icons/**/*'])) {
    const { size, mtimeMs } = await stat(file);
    files.push(`${file} ${size} ${mtimeMs}`);
  }
  return files.sort();
}

/** Every file of a profile but Chromium's own, with a hash of what is in it. */
async function written(directory: string): Promise<readonly string[]> {
  const files = await readdir(directory, { recursive: true, withFileTypes: true });
  const ours = files.filter((file) => file.isFile() && !file.parentPath.includes('window'));
  const lines = ours.map(async ({ parentPath, name }) => {
    const hash = createHash('sha256').update(await readFile(join(parentPath, name)));
    return `${name} ${hash.digest('hex')}`;
  });
  return (await Promise.all(lines)).sort();
}

describe(`a first day with the app on ${host.kind}`, () => {
  let directory: string;
  let app: DrivenApp;
  let page: Page;
  let asInstalled: readonly string[];
  let keptAtQuit: unknown;
  const asked: string[] = [];

  beforeAll(async () => {
    asInstalled = await installed();
    directory = await mkdtemp(join(tmpdir(), 'umbra-first-day-'));
    await open();
  });
  afterAll(async () => {
    await app.stop();
    await rm(directory, { recursive: true, force: true, maxRetries: 5 });
  });

  async function open(): Promise<void> {
    app = await startApp([], directory);
    page = await app.page();
    await vi.waitFor(async () => expect((await app.host.window()).visible).toBe(true), 20_000);
  }

  /** Quits from the tray, and keeps what the window has asked the network for until then. */
  async function quit(): Promise<number | null> {
    const { egress, cancelled } = await app.host.traffic();
    asked.push(...egress, ...cancelled);
    await app.host.clickTray('Quit Umbra');
    return app.ended;
  }

  const shows = (line: string | RegExp): Promise<void> =>
    vi.waitFor(async () => {
      const { lines } = await app.host.tray();
      expect(lines.some((one) => (typeof line === 'string' ? one === line : line.test(one)))).toBe(
        true,
      );
    }, long);

  /** What a person has made of the program: accounts, rules, settings, pause. */
  const kept = (): Promise<unknown> =>
    page.evaluate(async () => {
      const [accounts, rules, settings, state] = await Promise.all([
        umbra.accounts({}),
        umbra.rules({}),
        umbra.readSettings({}),
        umbra.state({}),
      ]);
      return {
        accounts:
          accounts.ok &&
          accounts.value.map(({ id, label, calendars }) => [id, label, calendars.length]),
        rules: rules.ok && rules.value.map(({ rule, blocks }) => [rule, blocks]),
        settings,
        mode: state.ok && state.value.mode,
        pausedUntil: state.ok && state.value.sync.pausedUntil,
      };
    });

  /** What the blocks set by hand are now, on every calendar. */
  const ownBlocks = (): Promise<number> =>
    page.evaluate(async () => {
      const state = await umbra.state({});
      if (!state.ok) return -1;
      const { now } = state.value;
      const items = await umbra.items({ from: now, to: now + 3_600_000 });
      if (!items.ok) return -1;
      return items.value.filter(({ kind, castBy }) => kind === 'block' && castBy === null).length;
    });

  it('begins with an account or the sample calendars, and nothing in the tray but to open and to quit', async () => {
    await page.getByRole('button', { name: 'Explore with sample calendars' }).waitFor();
    await page.getByRole('heading', { name: 'Connect an account' }).waitFor();
    expect((await app.host.tray()).lines).toEqual([
      'No calendar is connected yet (off)',
      '---',
      'Open Umbra',
      'Quit Umbra',
    ]);
  });

  it('E1: a second start beside it ends before it writes a byte', async () => {
    const before = await written(directory);
    expect(before.length).toBeGreaterThan(2);
    expect(await runApp(['--sample'], directory)).toMatchObject({ code: 0, prints: '' });
    expect(await written(directory)).toEqual(before);
  });

  it('shows the sample world after one click', async () => {
    await page.getByRole('button', { name: 'Explore with sample calendars' }).click();
    await shows(/^Next event /);
    await vi.waitFor(async () => {
      const state = await page.evaluate(() => umbra.state({}));
      expect(state).toMatchObject({ ok: true, value: { mode: 'sample' } });
    }, long);
  });

  it('E6: pauses and resumes from the tray', async () => {
    await shows('Pause');
    await app.host.clickTray('Pause', 'For 1 hour');
    await shows('Resume');
    expect((await app.host.tray()).toolTip).toBe('Umbra: paused');
    const paused = await page.evaluate(() => umbra.state({}));
    expect(paused).toMatchObject({ value: { sync: { state: 'paused' } } });
    await app.host.clickTray('Resume');
    await shows('Pause');
    const resumed = await page.evaluate(() => umbra.state({}));
    expect(resumed).toMatchObject({ value: { sync: { pausedUntil: null } } });
  });

  it('E6: blocks the person from the tray, with real blocks, on every calendar that can be written', async () => {
    await shows('Sync now');
    await app.host.clickTray('Block me now', 'For 1 hour');
    const accounts = await page.evaluate(() => umbra.accounts({}));
    const calendars = accounts.ok ? accounts.value.flatMap((account) => account.calendars) : [];
    const writable = calendars.filter(({ canWrite }) => canWrite);
    expect(writable.length).toBeGreaterThan(5);
    await vi.waitFor(async () => expect(await ownBlocks()).toBe(writable.length), long);
  });

  it('E1: a second start yields to the first, and its command does so as well', async () => {
    await app.host.closeWindow();
    expect(await runApp(['--sample'], directory)).toMatchObject({ code: 0, prints: '' });
    await vi.waitFor(async () => expect((await app.host.window()).visible).toBe(true));
    expect(await runApp(['--headless', 'status'], directory)).toMatchObject({ code: 4 });
  });

  it('E13: quits from the tray, and leaves nothing half done', async () => {
    const before = await ownBlocks();
    const rules = [{ id: 'quiet', enabled: false, sources: ['*'], targets: ['*'] }];
    const saved = await page.evaluate((drafts) => umbra.saveRules({ rules: drafts }), rules);
    expect(saved).toMatchObject({ ok: true });
    keptAtQuit = await kept();
    expect(await quit()).toBe(0);
    // No half-written file, and no journal that SQLite would have to read first.
    expect((await readdir(directory)).filter((name) => /\.new$|-wal$/.test(name))).toEqual([]);
    await open();
    await shows(/^Next event /);
    await vi.waitFor(async () => expect(await ownBlocks()).toBe(before), long);
  });

  it('the second start keeps everything, and the block can be taken back from the same menu', async () => {
    expect(keptAtQuit).toMatchObject({ mode: 'sample', pausedUntil: null });
    expect(keptAtQuit).toHaveProperty('accounts.length', 9);
    expect(keptAtQuit).toHaveProperty('rules.length', 1);
    expect(await kept()).toEqual(keptAtQuit);
    await shows(/Free again: /);
    const { lines } = await app.host.tray();
    const free = lines.find((line) => line.includes('Free again: ')) ?? '';
    await app.host.clickTray('Block me now', free.trim());
    await vi.waitFor(async () => expect(await ownBlocks()).toBe(0), long);
  });

  it('S1: keeps the key of its blocks under the keychain, and its command finds it there', async () => {
    const stored: unknown = JSON.parse(await readFile(join(directory, 'vault.json'), 'utf8'));
    expect(stored).toMatchObject({ version: 2 });
    await quit();
    const { code, prints } = await runApp(['--headless', 'status', '--json'], directory);
    expect([code, JSON.parse(prints)]).toMatchObject([0, { ok: true }]);
  });

  it('A10: has written nothing beside the program all day: its folder may be read-only', async () => {
    expect(asInstalled.length).toBeGreaterThan(10);
    expect(await installed()).toEqual(asInstalled);
  });

  it('1 A7: asked for nothing outside of its own pages, all day', () => {
    expect(asked).toEqual([]);
  });
});
