import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { settled, violations } from '../window/accessible.ts';
import { floating, layer } from '../window/floating.ts';
import { goTo, routes } from '../window/routes.ts';
import { windowRig } from '../window/window-rig.ts';

const { open, asked } = windowRig();

describe('what floats above the views', () => {
  it.each(floating)(
    '$name has no fault that axe knows in light or dark, and goes by Escape',
    async ({ at, reach }) => {
      const page = await open(`#/${at}`);
      await reach(page);
      await page.locator(layer).first().waitFor();
      expect(await page.locator(layer).first().evaluate(hasGround)).toBe(true);
      expect(await violations(page, { within: layer })).toEqual([]);
      await page.keyboard.press('Escape');
      await page.locator(layer).first().waitFor({ state: 'hidden' });
    },
  );
});

/** What lies under it does not show through. */
function hasGround(part: Element): boolean {
  for (
    let at: Element | null = part;
    at !== null && !at.matches('main, body');
    at = at.parentElement
  )
    if (!/[,/] ?0\)$/.test(getComputedStyle(at).backgroundColor)) return true;
  return false;
}

describe('at 200 % of the size', () => {
  it('no view scrolls sideways, and nothing in it is cut off or lies on another part', async () => {
    const page = await open('#/calendar', { width: 720, height: 450 });
    for (const view of routes) {
      await goTo(page, view);
      expect(await page.evaluate(cutOff), view).toEqual([]);
    }
  });
});

/** Controls and headings beyond what can be scrolled to, cut words of headings, and controls that lie on each other. */
function cutOff(): string[] {
  const found: string[] = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) found.push(`the page is ${root.scrollWidth} wide`);
  const parts = [
    ...document.querySelectorAll<HTMLElement>(
      'main :is(button, input, [role="combobox"], [role="switch"], h1, h2)',
    ),
  ].filter(
    (part) =>
      part.checkVisibility() && part.closest('[role="table"], table, [aria-hidden]') === null,
  );
  const name = (part: Element): string => part.outerHTML.slice(0, 100);
  // What is in sight of a part, and whether the rest can be scrolled to.
  const seen = parts.map((part) => {
    let { left, right, top, bottom } = part.getBoundingClientRect();
    let scrolls = false;
    for (let at = part.parentElement; at !== null; at = at.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(at);
      const box = at.getBoundingClientRect();
      if (overflowX !== 'visible')
        [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
      if (overflowY !== 'visible')
        [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
      if (/auto|scroll/.test(overflowX) && at.scrollWidth > at.clientWidth) scrolls = true;
    }
    return { part, left, right, top, bottom, scrolls };
  });
  for (const { part, scrolls } of seen) {
    const { left, right, width } = part.getBoundingClientRect();
    if (width > 2 && !scrolls && (left < -1 || right > innerWidth + 1))
      found.push(`beyond the edge: ${name(part)}`);
    if (/^H[12]$/.test(part.tagName) && part.scrollWidth > part.clientWidth + 1)
      found.push(`cut: ${name(part)}`);
  }
  for (const [index, a] of seen.entries())
    for (const b of seen.slice(index + 1)) {
      if (a.part.contains(b.part) || b.part.contains(a.part)) continue;
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (wide > 2 && high > 2) found.push(`over each other: ${name(a.part)} and ${name(b.part)}`);
    }
  return found;
}

describe('on paper', () => {
  it('the map of where data goes stands alone, black on white, and nothing of it is beyond the sheet', async () => {
    // A sheet of A4 at 96 dots an inch.
    const page = await open('#/health', { width: 794, height: 1_123 });
    await page.evaluate(() => (document.documentElement.dataset.theme = 'dark'));
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const map = page.locator('[data-print]');
    const box = await map.boundingBox();
    expect(box?.x).toBe(0);
    expect(box?.width).toBeLessThanOrEqual(794);
    const printed = await page.evaluate(() => {
      const seen = [...document.querySelectorAll('body *')].filter((part) =>
        part.checkVisibility({ visibilityProperty: true }),
      );
      const map = document.querySelector('[data-print]');
      return {
        strangers: seen.filter(
          (part) =>
            map?.contains(part) !== true && part.textContent.trim() !== '' && !part.contains(map),
        ).length,
        beyond: seen.filter(
          (part) => map?.contains(part) === true && part.getBoundingClientRect().right > innerWidth,
        ).length,
        ink: map === null ? '' : getComputedStyle(map).color,
      };
    });
    expect(printed).toEqual({ strangers: 0, beyond: 0, ink: 'rgb(26, 27, 33)' });
  });
});

describe('where the program fails', () => {
  it('every view says what failed, what was not lost, and how to go on', async () => {
    const page = await open('?scene=failing#/calendar');
    for (const view of routes) {
      await goTo(page, view);
      const main = page.getByRole('main');
      await main
        .getByText('gave no usable answer')
        .first()
        .waitFor({ timeout: 5_000 })
        .catch(() => {
          throw new Error(`${view} says nothing`);
        });
      await main.getByText('Nothing was lost').first().waitFor();
      await main.getByRole('button', { name: 'Try again' }).first().waitFor();
    }
  });
});

describe('with the keyboard alone', () => {
  /** The keys to a view, its main action by Tab and Enter, and what shows that it was done. */
  const walks = [
    ['gr', 'New rule', 'New rule'],
    ['gu', 'Add account', 'Add an account'],
    ['gs', 'Erase…', 'Erase everything?'],
    ['gd', 'Support file…', 'Support file'],
    ['go', 'Remove 6…', /Remove 6 blocks/],
  ] as const;

  it('every view is reached, its main action begun, and left again', async () => {
    const page = await open('#/calendar');
    for (const [keys, action, dialog] of walks) {
      for (const key of keys) await page.keyboard.press(key);
      await settled(page);
      await tabTo(page, action);
      await page.keyboard.press('Enter');
      const opened = page
        .locator('[role="dialog"], [role="alertdialog"]')
        .filter({ hasText: dialog });
      await opened.waitFor();
      expect(await opened.evaluate((part) => part.contains(document.activeElement)), action).toBe(
        true,
      );
      await page.keyboard.press('Escape');
      await opened.waitFor({ state: 'detached' });
      await expect.poll(() => focusedName(page), { message: action }).toBe(action);
    }
  });

  it('the other views do what they are for', async () => {
    const page = await open('#/calendar');
    await walkTo(page, 'ga', 'Verify the chain');
    await page.getByText(/Whole: 2,400 entries/).waitFor();
    await walkTo(page, 'gx', 'Double bookings');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toContain('tab=find');
    await settled(page);
    await tabTo(page, /^Copy/);
    await page.keyboard.press('Enter');
    await expect.poll(() => asked('copyText')).toHaveLength(1);
    await page.evaluate(
      () => (globalThis.print = () => document.body.setAttribute('data-printed', '')),
    );
    await walkTo(page, 'gh', 'Print the map');
    await page.locator('body[data-printed]').waitFor();
  });

  it('the first start is walked from its first account to its rules', async () => {
    const page = await open('#/start?step=connect');
    await tabTo(page, 'Add account');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Add an account' });
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => focusedName(page)).toBe('Add account');
    await tabTo(page, 'Explore with sample calendars');
    await tabTo(page, 'Continue');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toContain('step=calendars');
    await settled(page);
    await tabTo(page, 'All calendars of Acme');
    await page.keyboard.press('Space');
    await page.getByRole('checkbox', { name: 'All calendars of Acme', checked: false }).waitFor();
    await tabTo(page, 'Back');
    await tabTo(page, 'Continue');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toContain('step=template');
    await settled(page);
    await tabTo(page, 'Start');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).not.toContain('step=template');
  });

  async function walkTo(page: Page, keys: string, action: string): Promise<void> {
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    for (const key of keys) await page.keyboard.press(key);
    await settled(page);
    await tabTo(page, action);
    await page.keyboard.press('Enter');
  }
});

async function focusedName(page: Page): Promise<string> {
  return await page.evaluate(() => {
    const at = document.activeElement;
    return at?.getAttribute('aria-label') ?? at?.textContent.trim() ?? '';
  });
}

/** Tab until a control has the focus. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let step = 0; step < 150; step++) {
    const at = await focusedName(page);
    if (typeof name === 'string' ? at === name : name.test(at)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${String(name)}`);
}
