import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * The program owes the page no answer, no view is on its way, nothing changes any more, and nothing is between one look and
 * another.
 */
export async function settled(page: Page): Promise<void> {
  await page.locator('main section, main h2').first().waitFor();
  await page.evaluate(async () => {
    const { umbraIsBusy } = globalThis as unknown as { umbraIsBusy: () => boolean };
    const isOpening = (): boolean =>
      document.querySelector('main')?.textContent.includes('Opening…') === true;
    let changed = true;
    const watch = new MutationObserver(() => (changed = true));
    watch.observe(document.body, { subtree: true, childList: true });
    while (changed || umbraIsBusy() || isOpening()) {
      changed = false;
      // React draws before the page is idle, and what measures itself does so in the next frame.
      await new Promise((done) => requestIdleCallback(done));
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    }
    watch.disconnect();
    // A colour that is half-way between two themes is none of ours.
    const underWay = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(underWay.map(({ finished }) => finished));
  });
}

/**
 * Two findings are none: a menu or a list belongs to its button, not to a landmark; and an empty day of the calendar library,
 * which nothing can be focused in, is scrolled by the arrow keys of the window.
 */
async function isMeant(page: Page, rule: string, html: string, target: string): Promise<boolean> {
  if (rule === 'scrollable-region-focusable') return /^<div class="fc-/.test(html);
  if (rule !== 'region') return false;
  const owner = '[role="menu"], [role="listbox"]';
  return await page.evaluate(
    ([part, owner]) => document.querySelector(part)?.closest(owner) !== null,
    [target, owner] as const,
  );
}

type Theme = readonly [scheme: 'light' | 'dark', contrast: 'no-preference' | 'more'];

const themes: readonly Theme[] = [
  ['light', 'no-preference'],
  ['dark', 'no-preference'],
];
/** For whole views; what floats above them is drawn in the same colours. */
export const everyTheme: readonly Theme[] = [...themes, ['light', 'more'], ['dark', 'more']];

/**
 * In the light theme every rule; in the others what a theme can break. `within` names a part that floats above a view, where
 * the view itself is looked at elsewhere.
 */
export async function violations(
  page: Page,
  { within, looks = themes }: { readonly within?: string; readonly looks?: readonly Theme[] } = {},
): Promise<string[]> {
  const axe = async (): Promise<AxeBuilder> => {
    // Else it would bring its half a megabyte twice for each look.
    const isThere = await page.evaluate(() => 'axe' in globalThis);
    const whole = new AxeBuilder(isThere ? { page, axeSource: 'void 0' } : { page })
      .setLegacyMode()
      .options({ resultTypes: ['violations'], preload: false });
    return within === undefined ? whole : whole.include(within);
  };
  const found: string[] = [];
  for (const [colorScheme, contrast] of looks) {
    await page.emulateMedia({ colorScheme, contrast });
    await settled(page);
    const whole = colorScheme === 'light' && contrast === 'no-preference';
    const look = await axe();
    const { violations } = await (whole ? look : look.withRules(['color-contrast'])).analyze();
    for (const { id, nodes } of violations)
      for (const { html, target, failureSummary } of nodes)
        if (!(await isMeant(page, id, html, String(target[0]))))
          found.push(
            `${colorScheme}, ${contrast}: ${id}: ${target.join(' ')} ${html.slice(0, 160)} ${failureSummary ?? ''}`,
          );
  }
  await page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference' });
  return found;
}
