import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { settled } from '../window/accessible.ts';
import { windowRig } from '../window/window-rig.ts';

const { open } = windowRig();

const button = (page: Page, name: string | RegExp): ReturnType<Page['getByRole']> =>
  page.getByRole('button', { name }).first();

/** What the keyboard acts on, and what it comes to next. */
const isFocused = (part: ReturnType<Page['locator']>): Promise<void> =>
  expect.poll(() => part.evaluate((one) => one === document.activeElement)).toBe(true);

describe('by the keyboard alone', () => {
  it('a rule is deleted, and the next stop is in the list of those that are left', async () => {
    const page = await open('#/rules?rule=board-to-work');
    await button(page, /^Delete$/).press('Enter');
    await button(page, 'Delete rule').press('Enter');
    await page.getByText('Not saved: 1 removed').waitFor();
    await settled(page);
    await page.keyboard.press('Tab');
    await isFocused(button(page, /^Move Busy everywhere/));
  });

  it('the last condition is taken out, and the next stop is where one is added', async () => {
    const page = await open('#/rules?rule=mesh');
    await button(page, 'Add a condition').press('Enter');
    await page.getByRole('menuitem').first().press('Enter');
    await button(page, 'Condition: move or remove').press('Enter');
    await page.getByRole('menuitem', { name: 'Remove' }).press('Enter');
    await button(page, 'Add a condition').waitFor();
    await settled(page);
    await page.keyboard.press('Tab');
    await isFocused(button(page, 'Add a condition'));
  });

  it('what is left of the surroundings has the focus, not the whole window', async () => {
    const page = await open('#/holds');
    await button(page, 'Keep the blocks').press('Enter');
    await page.getByText('they stay as they are').waitFor();
    await settled(page);
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  });

  it('a dialog begins with what it asks for, and a question with the harmless answer', async () => {
    const page = await open('#/accounts');
    await button(page, 'More for Acme').press('Enter');
    await page.getByRole('menuitem', { name: 'Rename…' }).press('Enter');
    await isFocused(page.getByRole('textbox', { name: 'Name' }));
    await page.keyboard.press('Escape');
    await isFocused(button(page, 'More for Acme'));
    await page.evaluate(() => (location.hash = '#/holds'));
    await button(page, /^Remove 41/).press('Enter');
    await isFocused(button(page, 'Cancel'));
  });
});
