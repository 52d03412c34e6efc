import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Nothing has changed on the page for a while. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main section, main h2').first().waitFor();
  await page.evaluate(async () => {
    let last = performance.now();
    const watch = new MutationObserver(() => (last = performance.now()));
    watch.observe(document.body, { subtree: true, childList: true });
    while (performance.now() - last < 150) await new Promise((done) => setTimeout(done, 30));
    watch.disconnect();
    // A theme that was just changed is on the screen only after the next frames.
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
}

/**
 * Two findings are none: a menu belongs to its button, not to a landmark; and an empty day of the calendar library, which
 * nothing can be focused in, is scrolled by the arrow keys of the window.
 */
function isMeant(rule: string, html: string): boolean {
  return (
    (rule === 'region' && /role="(menu|listbox)"/.test(html)) ||
    (rule === 'scrollable-region-focusable' && /^<div class="fc-/.test(html))
  );
}

/** In the light theme every rule, in the dark one what a theme can break. */
export async function violations(page: Page): Promise<string[]> {
  const axe = (): AxeBuilder =>
    new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await axe().analyze();
  await page.emulateMedia({ colorScheme: 'dark' });
  await settled(page);
  const dark = await axe().withRules(['color-contrast']).analyze();
  return [...light.violations, ...dark.violations].flatMap(({ id, nodes }) =>
    nodes
      .filter(({ html }) => !isMeant(id, html))
      .map(({ target, html }) => `${id}: ${target.join(' ')} ${html.slice(0, 160)}`),
  );
}
