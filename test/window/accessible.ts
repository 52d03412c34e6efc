import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Nothing has changed on the page for a while, and nothing is on its way from one look to another. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main section, main h2').first().waitFor();
  await page.evaluate(async () => {
    let last = performance.now();
    const watch = new MutationObserver(() => (last = performance.now()));
    watch.observe(document.body, { subtree: true, childList: true });
    while (performance.now() - last < 150) await new Promise((done) => setTimeout(done, 30));
    watch.disconnect();
    // A colour that is half-way between two themes is none of ours.
    const underWay = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(underWay.map(({ finished }) => finished));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
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
  const axe = (): AxeBuilder => {
    const whole = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
    return within === undefined ? whole : whole.include(within);
  };
  const found: string[] = [];
  for (const [colorScheme, contrast] of looks) {
    await page.emulateMedia({ colorScheme, contrast });
    await settled(page);
    const whole = colorScheme === 'light' && contrast === 'no-preference';
    const { violations } = await (whole ? axe() : axe().withRules(['color-contrast'])).analyze();
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
