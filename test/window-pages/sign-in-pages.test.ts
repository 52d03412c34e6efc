import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { windowRig } from '../window/window-rig.ts';

const id = '11111111-2222-4333-8444-555555555555';
const { open: opened, asked } = windowRig();
let page: Page;

async function open(at: string): Promise<void> {
  page = await opened(at);
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
