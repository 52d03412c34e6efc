import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { chromiumOptions } from '../window/chromium-options.ts';
import { serveWindow } from '../window/serve-window.ts';
import { buildPages } from './build-pages.ts';

const id = '11111111-2222-4333-8444-555555555555';
let browser: Browser;
let served: Awaited<ReturnType<typeof serveWindow>>;
let built: string;
let page: Page;

beforeAll(async () => {
  built = await mkdtemp(join(tmpdir(), 'umbra-sign-in-pages-'));
  await buildPages(built);
  served = await serveWindow(built);
  browser = await chromium.launch(chromiumOptions);
}, 180_000);
afterEach(() => page.close());
afterAll(async () => {
  await browser.close();
  await served.close();
  await rm(built, { recursive: true });
});

async function open(at: string): Promise<void> {
  page = await browser.newPage();
  await page.goto(served.url + at);
}

/** Everything of a kind that the page asked of the program. */
async function asked(channel: string): Promise<readonly unknown[]> {
  const calls = await page.evaluate(
    () =>
      (globalThis as unknown as { umbraCalls: { channel: string; input: unknown }[] }).umbraCalls,
  );
  return calls.filter((call) => call.channel === channel).map(({ input }) => input);
}

describe('signing in, in the window', () => {
  it('S2: says where no keychain protects sign-ins, and keeps them only after a second word', async () => {
    await open('?scene=quiet#/accounts');
    await page.getByText('no keychain that protects sign-ins').waitFor();
    await page.getByRole('button', { name: 'Keep them all the same…' }).click();
    expect(await asked('keepUnprotected')).toEqual([]);
    await page.getByRole('button', { name: 'Keep them on disk' }).click();
    await page.getByText('without the protection of a keychain, as you chose').waitFor();
    expect(await asked('keepUnprotected')).toEqual([{ keep: true }]);
    await page.getByRole('button', { name: 'Keep in memory only' }).click();
    await page.getByText('no keychain that protects sign-ins').waitFor();
  });

  it('S2: says nothing of keychains where one protects them', async () => {
    await open('#/accounts');
    await page.getByRole('button', { name: 'Add account' }).waitFor();
    expect(await page.getByText('no keychain').count()).toBe(0);
  });

  it('takes a client id, only in a form that can be one, and gives it back', async () => {
    await open('#/settings');
    await page.getByRole('button', { name: 'Enter a client ID…' }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('It looks like').waitFor();
    expect(await asked('saveClient')).toEqual([]);
    await page.getByRole('textbox', { name: 'Client ID' }).fill(id);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Entered here.').waitFor();
    expect(await asked('saveClient')).toEqual([
      { provider: 'microsoft', cloud: 'global', client: { clientId: id, tenant: 'common' } },
    ]);
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await expect.poll(() => page.getByText('Entered here.').count()).toBe(0);
  });

  it('S5: asks for reading only, and in the cloud that was chosen', async () => {
    await open('#/accounts');
    await page.getByRole('button', { name: 'Add account' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Agency');
    await page.getByRole('checkbox', { name: /Ask for reading only/ }).click();
    await page.getByRole('combobox', { name: 'Cloud' }).click();
    await page.getByRole('option', { name: /GCC High/ }).click();
    await page.getByRole('button', { name: 'Sign in in the browser' }).click();
    await expect
      .poll(() => asked('addAccount'))
      .toEqual([{ provider: 'microsoft', label: 'Agency', cloud: 'usGov', readOnly: true }]);
  });

  it('E11: says that nothing updates itself, and how a new version comes', async () => {
    await open('#/settings');
    await page.getByText('Umbra never updates itself').waitFor();
  });
});
