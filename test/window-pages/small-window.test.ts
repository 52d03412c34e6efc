import { describe, expect, it } from 'vitest';
import { windowRig } from '../window/window-rig.ts';

const { open } = windowRig();

const sizes = [
  { width: 1024, height: 700 },
  // 200 % of 1440 × 900.
  { width: 720, height: 450 },
] as const;

describe.each(sizes)('in a window of $width × $height', (size) => {
  it('the activity names the calendar and the rule of what was done', async () => {
    const page = await open('#/activity', size);
    const heads = page.getByRole('columnheader');
    await heads.first().waitFor();
    const cut = await heads.evaluateAll((all) =>
      all.filter((head) => head.scrollWidth > head.clientWidth).map((head) => head.textContent),
    );
    expect(cut).toEqual([]);
  });

  it('a double booking says when, and on which calendar', async () => {
    const page = await open('#/conflicts', size);
    const event = page.getByRole('article').first().getByRole('listitem').first();
    await event.getByText(/^\d\d:\d\d – \d\d:\d\d$/).waitFor();
    await event
      .getByText(/^(Acme|Helix Advisory|Northwind Board)/)
      .last()
      .waitFor();
  });

  it('the access to a calendar and its zone are told whole', async () => {
    const page = await open('#/accounts', size);
    const cells = page.getByRole('cell', { name: /Read and write|Europe/ });
    await cells.first().waitFor();
    const cut = await cells.evaluateAll((all) =>
      all.filter((cell) => cell.scrollWidth > cell.clientWidth).map((cell) => cell.textContent),
    );
    expect(cut).toEqual([]);
  });
});

it('the navigation closes by Escape where it lies over the view, and hands the focus on', async () => {
  const page = await open('#/calendar', sizes[1]);
  const opener = page.getByRole('button', { name: 'Open navigation' });
  const rules = page.getByRole('link', { name: 'Rules' });
  const isFocused = (part: typeof opener): Promise<void> =>
    expect.poll(() => part.evaluate((one) => one === document.activeElement)).toBe(true);
  await opener.press('Enter');
  await rules.waitFor();
  await page.keyboard.press('Escape');
  await rules.waitFor({ state: 'hidden' });
  await isFocused(opener);
  await opener.press('Enter');
  await rules.press('Enter');
  await rules.waitFor({ state: 'hidden' });
  await isFocused(page.getByRole('main'));
});
