import { expect, it } from 'vitest';
import { settled } from './accessible.ts';
import { floating, layer } from './floating.ts';
import { goTo, routes } from './routes.ts';
import { windowRig } from './window-rig.ts';

/** React warns only in a build for developers, which is three times as slow: so once for all, and not in every test. */
const { open } = windowRig({ talkative: true });

it.each(['rich', 'failing'])(
  'React has nothing to complain of in any view of a %s program',
  async (scene) => {
    const page = await open(`?scene=${scene}#/${routes[0]}`);
    for (const route of routes) await goTo(page, route);
    expect(page.url()).toContain(routes.at(-1));
  },
);

it('React has nothing to complain of in what floats above the views', async () => {
  const page = await open('#/calendar');
  // What was there before stays in the page, out of sight.
  const floats = page.locator(layer).filter({ visible: true }).first();
  for (const { at, reach } of floating) {
    await goTo(page, at);
    await reach(page);
    await floats.waitFor();
    await settled(page);
    await page.keyboard.press('Escape');
    await floats.waitFor({ state: 'hidden' });
  }
});
