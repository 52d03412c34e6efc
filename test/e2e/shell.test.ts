import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Page } from 'playwright-core';
import { channels, wireName } from '../../shared/ipc/channels.ts';
import type { Api } from '../../shared/ipc/contract.ts';
import { startApp, type DrivenApp } from '../electron-host/drive.ts';

declare const umbra: Api;

describe('the built app on the stand-in for Electron', () => {
  let app: DrivenApp;
  let page: Page;
  beforeAll(async () => {
    app = await startApp();
    page = await app.page();
    await vi.waitFor(async () => expect((await app.host.window()).visible).toBe(true));
  });
  afterAll(() => app.stop());

  it('shows its window', async () => {
    expect(await page.title()).toContain('Umbra');
    expect(await app.host.window()).toMatchObject({ title: 'Umbra', contentProtected: false });
    expect(app.remarks()).toBe('');
  });

  it('answers the window through the door, by the contract', async () => {
    const reply = await page.evaluate(() => umbra.state({}));
    expect(reply).toMatchObject({ ok: true, value: { sync: { state: 'ok' } } });
  });
});
