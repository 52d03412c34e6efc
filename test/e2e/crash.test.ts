import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { DrivenApp } from '../electron-host/drive.ts';
import type { Api } from '../../shared/ipc/contract.ts';
import { host, startApp } from './start-app.ts';

declare const umbra: Api;

const patience = { timeout: 30_000, interval: 200 };

describe(`the window's process on ${host.kind}, when it really dies`, () => {
  let app: DrivenApp;
  const home = 'app://umbra/index.html';

  beforeAll(async () => {
    app = await startApp(['--sample']);
    await reads(home, 'Today');
  });
  afterAll(() => app.stop());

  /** Waits until the window stands at an address and says a text. */
  const reads = (address: string, text: string): Promise<void> =>
    vi.waitFor(async () => {
      const seen = await app.host.reads();
      expect(seen.address.slice(0, address.length)).toBe(address);
      expect(seen.text).toContain(text);
    }, patience);

  const trayShows = (line: string): Promise<void> =>
    vi.waitFor(async () => expect((await app.host.tray()).lines).toContain(line), patience);

  it('E10: comes back by itself, at the view where it was', async () => {
    await app.host.clickMenu('&Go', 'Accounts');
    await reads(`${home}#/accounts`, 'Add account');
    await app.host.crashWindow();
    await reads(`${home}#/accounts`, 'Add account');
    expect((await app.host.window()).visible).toBe(true);
  });

  it('E10: is not brought back a second time within a minute, but says what goes on and how to open it', async () => {
    await app.host.crashWindow();
    await reads('app://umbra/stopped.html', 'The window stopped twice in a row.');
    expect((await app.host.reads()).text).toContain('goes on');
  });

  it('E10: takes nothing of the engine with it: the tray still does what it is asked', async () => {
    await app.host.clickTray('Pause', 'Until I resume');
    await trayShows('Resume');
  });

  it('E10: is opened again from the page that says so, with the pause of meanwhile', async () => {
    const page = await app.page();
    await page.getByRole('link', { name: 'Open the window again' }).click();
    await reads(home, 'Today');
    const state = await (await app.page()).evaluate(() => umbra.state({}));
    expect(state).toMatchObject({ value: { sync: { state: 'paused' } } });
    await app.host.clickTray('Resume');
    await trayShows('Pause');
    expect(app.remarks()).toBe('');
  });
});
