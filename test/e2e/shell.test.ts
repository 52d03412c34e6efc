import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Page } from 'playwright-core';
import { channels, wireName } from '../../shared/ipc/channels.ts';
import { topics, type Api } from '../../shared/ipc/contract.ts';
import type { DrivenApp } from '../electron-host/drive.ts';
import { host, runApp, startApp } from './start-app.ts';

declare const umbra: Api;

describe(`the built app on ${host.kind}, in its sample world`, () => {
  let app: DrivenApp;
  let page: Page;
  beforeAll(async () => {
    app = await startApp(['--sample']);
    page = await app.page();
    await vi.waitFor(async () => expect((await app.host.window()).visible).toBe(true), 20_000);
  });
  afterAll(() => app.stop());

  it('shows its window', async () => {
    expect(await page.title()).toContain('Umbra');
    expect(await app.host.window()).toMatchObject({ title: 'Umbra', contentProtected: false });
    expect(app.remarks()).toBe('');
  });

  it('answers the window through the door, by the contract', async () => {
    const reply = await page.evaluate(() => umbra.state({}));
    expect(reply).toMatchObject({ ok: true, value: { mode: 'sample' } });
  });

  it('opens no channel but those of the contract, and none that answers synchronously', async () => {
    expect((await app.host.channels()).sort()).toEqual(channels.map(wireName).sort());
    expect(await app.host.syncListeners()).toEqual([]);
  });

  it('gives the page verbs, and nothing of Electron', async () => {
    const seen = await page.evaluate(() => ({
      verbs: Object.keys(umbra),
      frozen: Object.isFrozen(umbra),
      node: ['require', 'process', 'module', 'ipcRenderer', 'Buffer'].filter(
        (name) => name in window,
      ),
    }));
    expect(seen.verbs.sort()).toEqual([...channels, 'onChange', 'onNavigate'].sort());
    expect(seen).toMatchObject({ frozen: true, node: [] });
  });

  it('tells a malformed call nothing but that it was a mistake', async () => {
    const reply = await page.evaluate(() => umbra.pause({ length: 'forever' } as never));
    expect(reply).toMatchObject({ ok: false, problem: { code: 'unexpected', details: [] } });
    expect(app.remarks()).toContain('pause malformed');
  });

  it('does what a click in the tray asks for, and shows it', async () => {
    await vi.waitFor(async () => expect((await app.host.tray()).lines).toContain('Pause'));
    await app.host.clickTray('Pause', 'Until I resume');
    await vi.waitFor(async () => expect((await app.host.tray()).lines).toContain('Resume'));
    expect((await app.host.tray()).image).toMatch(/paused-light\.png$/);
    const reply = await page.evaluate(() => umbra.state({}));
    expect(reply).toMatchObject({ value: { sync: { state: 'paused', pausedUntil: null } } });
    await app.host.clickTray('Resume');
    await vi.waitFor(async () => expect((await app.host.tray()).lines).toContain('Pause'));
  });

  it('switches a rule from the tray', async () => {
    const rules = [{ id: 'everything', name: 'R&D', sources: ['*'], targets: ['*'] }];
    const saved = await page.evaluate((drafts) => umbra.saveRules({ rules: drafts }), rules);
    expect(saved).toMatchObject({ ok: true });
    const shows = (line: string): Promise<void> =>
      vi.waitFor(async () => expect((await app.host.tray()).lines).toContain(line), 10_000);
    await shows('  [x] R&&D');
    await app.host.clickTray('Rules', 'R&&D');
    await shows('  [ ] R&&D');
  });

  it('rings in the page when something changes, with topics and no event object', async () => {
    const heard = await page.evaluate(
      () =>
        new Promise<unknown[]>((resolve) => {
          const stop = umbra.onChange((...args) => {
            stop();
            resolve(args);
          });
          void umbra.pause({ length: '1h' }).then(() => umbra.resume({}));
        }),
    );
    expect(heard).toHaveLength(1);
    expect(topics).toEqual(expect.arrayContaining(heard[0] as string[]));
  });

  it('leads the page to where a menu points', async () => {
    const route = page.evaluate(
      () => new Promise((resolve) => void umbra.onNavigate((...args) => resolve(args))),
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    await app.host.clickMenu('&Go', 'Rules');
    expect(await route).toEqual(['rules']);
  });

  it('7: blocks inline scripts, eval, styles and connections, by the policy that the scheme sends', async () => {
    const blocked = await page.evaluate(async () => {
      const broken: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) =>
        broken.push(event.effectiveDirective),
      );
      const script = document.createElement('script');
      let text = 'window.injected = true';
      try {
        script.textContent = text;
        document.body.append(script);
      } catch {
        text = '';
      }
      const style = document.createElement('style');
      style.textContent = 'body { --injected: 1 }';
      document.head.append(style);
      const image = new Image();
      image.src = 'https://tracker.example/pixel.png';
      // What a test evaluates may itself evaluate; what runs later is under the page's policy again.
      await new Promise((resolve) => setTimeout(resolve, 10));
      const evaluated = await Promise.resolve()
        .then(() => String((0, eval)('1')))
        .catch(() => 'blocked');
      const fetched = await fetch('https://api.example/').catch(() => 'blocked');
      await new Promise((resolve) => setTimeout(resolve, 200));
      const styled = getComputedStyle(document.body).getPropertyValue('--injected');
      return { broken, evaluated, fetched, styled, injected: 'injected' in window };
    });
    expect(blocked).toMatchObject({ evaluated: 'blocked', fetched: 'blocked', injected: false });
    expect(blocked.styled).toBe('');
    expect([...new Set(blocked.broken)].sort()).toEqual(
      expect.arrayContaining([
        'connect-src',
        'img-src',
        'require-trusted-types-for',
        'style-src-elem',
      ]),
    );
    expect((await app.host.traffic()).egress).toEqual([]);
  });

  it('13 14: stays where it is, and opens no windows', async () => {
    await page.evaluate(() => {
      location.href = 'https://evil.example/';
    });
    await page.evaluate(() => window.open('https://evil.example/'));
    await vi.waitFor(() => expect(page.context().pages()).toHaveLength(1));
    expect(page.url().startsWith(app.origin)).toBe(true);
    expect((await app.host.traffic()).egress).toEqual([]);
  });

  it('answers a path that leads out of its folder with nothing', async () => {
    const statuses = await page.evaluate(() =>
      Promise.all(
        ['/..%2f..%2fpackage.json', '/%5c..%5cx', '/.env', '/missing.js'].map((path) =>
          fetch(path).then(
            (response) => response.status,
            () => 'blocked',
          ),
        ),
      ),
    );
    expect(new Set(statuses)).toEqual(new Set(['blocked']));
  });

  it('goes on in the tray when the window is closed, and says so once', async () => {
    await app.host.closeWindow();
    expect((await app.host.window()).visible).toBe(false);
    await app.host.clickTray('Open Umbra');
    expect((await app.host.window()).visible).toBe(true);
    await app.host.closeWindow();
    const said = (await app.host.notifications()).filter(({ title }) => /goes on/.test(title));
    expect(said).toHaveLength(1);
  });

  it('E1: a second start shows the window of the first, and touches nothing', async () => {
    expect(await runApp([], app.directory)).toMatchObject({ code: 0, prints: '', remarks: '' });
    await vi.waitFor(async () => expect((await app.host.window()).visible).toBe(true));
  });

  it('E13: ends when it is told to', async () => {
    await app.host.clickTray('Quit Umbra');
    expect(await app.ended).toBe(0);
  });
});

describe(`the built app on ${host.kind}, without a window`, () => {
  it('runs the verbs of the command', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'umbra-headless-'));
    const { code, prints } = await runApp(['--headless', 'status', '--json'], directory);
    await rm(directory, { recursive: true });
    expect([code, JSON.parse(prints)]).toMatchObject([0, { ok: true }]);
  });
});
