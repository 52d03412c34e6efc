import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from '../window/accessible.ts';
import { windowRig } from '../window/window-rig.ts';

const { open, asked } = windowRig();

const click =
  (role: 'button' | 'switch' | 'menuitem' | 'radio', name: string | RegExp) => (page: Page) =>
    page
      .getByRole(role, { name, exact: typeof name === 'string' })
      .first()
      .click();

/** What a person does on a page, and the call that is refused then. */
const deeds = [
  {
    deed: 'a setting',
    at: 'settings',
    call: 'saveSettings',
    steps: [click('switch', 'Hide titles until pointed at')],
  },
  { deed: 'a sync', at: 'calendar', call: 'syncNow', steps: [click('button', 'Sync now')] },
  {
    deed: 'a pause',
    at: 'calendar',
    call: 'pause',
    steps: [click('button', 'Pause'), click('menuitem', /^30 minutes/)],
  },
  {
    deed: 'a rule’s switch',
    at: 'rules',
    call: 'switchRule',
    steps: [click('switch', 'Lectures is on')],
  },
  {
    deed: 'kept blocks',
    at: 'holds',
    call: 'decideHold',
    steps: [click('button', 'Keep the blocks')],
  },
  {
    deed: 'a new sign-in',
    at: 'accounts',
    call: 'signInAgain',
    steps: [click('button', 'Sign in again')],
  },
] as const;

describe('a change that fails', () => {
  it.each(deeds)(
    '$deed says what happened, what was not lost, and is tried again by one button',
    async ({ at, call, steps }) => {
      const page = await open(`?scene=refusing#/${at}`);
      for (const step of steps) await step(page);
      const note = page.getByRole('alert').filter({ hasText: 'gave no usable answer' });
      await note.waitFor();
      expect(await note.textContent()).toContain('Nothing was lost');
      expect(await violations(page, { within: '[role="alert"]' })).toEqual([]);
      await note.getByRole('button', { name: 'Try again' }).click();
      await expect.poll(async () => (await asked(call)).length).toBe(2);
    },
  );

  it('leaves a setting and a rule as they are', async () => {
    const page = await open('?scene=refusing#/settings');
    const hide = page.getByRole('switch', { name: 'Hide titles until pointed at' });
    await hide.click();
    await page.getByRole('alert').waitFor();
    expect(await hide.getAttribute('aria-checked')).toBe('false');
    const rules = await open('?scene=refusing#/rules');
    const lectures = rules.getByRole('switch', { name: 'Lectures is on' });
    await lectures.click();
    await rules.getByRole('alert').waitFor();
    expect(await lectures.getAttribute('aria-checked')).toBe('false');
  });

  it('keeps edits of rules that could not be saved', async () => {
    const page = await open('?scene=refusing#/rules?rule=board-to-work');
    await page.getByRole('textbox', { name: 'Name' }).fill('Board, renamed');
    await page.getByRole('button', { name: 'Save rules' }).click();
    await page.getByRole('alert').filter({ hasText: 'Nothing was lost' }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Board, renamed');
    await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
    await expect.poll(async () => (await asked('saveRules')).length).toBe(2);
  });

  it.each([
    ['rename', 'accounts?ask=rename acme', 'Rename'],
    ['remove', 'accounts?ask=remove acme', /^Remove/],
  ] as const)(
    'leaves the dialog open to %s an account, and says why beside it',
    async (_name, at, verb) => {
      const page = await open(`?scene=refusing#/${at}`);
      const dialog = page.locator('[role="dialog"], [role="alertdialog"]');
      const label = dialog.getByRole('textbox');
      if ((await label.count()) > 0) await label.first().fill('Acme Holding');
      await dialog.getByRole('button', { name: verb }).last().click();
      await page.getByRole('alert').filter({ hasText: 'Nothing was lost' }).waitFor();
      expect(await dialog.isVisible()).toBe(true);
    },
  );
});

describe('[security F11] a rule that waits because a calendar is gone', () => {
  it('is told in the navigation and the state line, by its badge, and in its editor with what to do', async () => {
    const page = await open('?scene=lost#/rules?rule=old-visits');
    const sentence = 'The rule “Old client visits” is paused: a calendar that it names is gone.';
    await page.getByRole('status').filter({ hasText: sentence }).waitFor();
    await page.getByRole('link', { name: /Rules.*1 paused: a calendar is gone/ }).waitFor();
    await page
      .getByRole('button', { name: /Old client visits.*Paused: a calendar is gone/ })
      .waitFor();
    const alert = page.getByRole('region', { name: 'Rule Old client visits' }).getByRole('alert');
    expect(await alert.first().textContent()).toBe(
      'It names the calendar “Helix Advisory/Client visits 2025”, which is not in its account any more: it was renamed or removed there. Choose it anew or take it out of the rule. Until then it writes nothing, and its blocks stay.',
    );
    await page.getByText('There is no calendar “Helix Advisory/Client visits 2025”.').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('shows by what name rules know a calendar that was renamed, where one chooses it', async () => {
    const page = await open('?scene=lost#/rules?rule=old-visits');
    await page.getByRole('button', { name: 'Change' }).first().click();
    const row = page.getByRole('checkbox', { name: 'Personal/Family' });
    await row.waitFor();
    const tree = page.getByRole('group', { name: 'Calendars', exact: true });
    expect(await tree.textContent()).toContain('Householdrules call it Personal/Family');
    expect(await violations(page, { within: '[role="dialog"]' })).toEqual([]);
  });
});
