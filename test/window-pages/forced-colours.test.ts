import { describe, expect, it } from 'vitest';
import { settled, violations } from '../window/accessible.ts';
import { floating, layer } from '../window/floating.ts';
import { stateless, unfocused } from '../window/look-alikes.ts';
import { routes } from '../window/routes.ts';
import { windowRig } from '../window/window-rig.ts';

const { open } = windowRig();
/** Contrast is what these can break of the rules that axe knows. */
const contrast = { looks: [['dark', 'more'] as const] };

describe('in forced colours', () => {
  // What was told in one view is not looked at again in the next.
  const seen = new Set<string>();

  it.each(routes)(
    '%s is readable, and tells what has the focus, is chosen, on or disabled',
    async (route) => {
      const page = await open(`#/${route}`);
      await page.emulateMedia({ forcedColors: 'active' });
      expect(await violations(page, contrast)).toEqual([]);
      expect(await stateless(page, 'body', seen)).toEqual([]);
      expect(await unfocused(page, 'body', seen)).toEqual([]);
    },
  );

  it('so does what floats above the views', async () => {
    const faults: string[] = [];
    for (const { name, at, reach } of floating) {
      const page = await open(`#/${at}`);
      await page.emulateMedia({ forcedColors: 'active' });
      await reach(page);
      await page.locator(layer).first().waitFor();
      await settled(page);
      const alike = [
        ...(await stateless(page, layer, seen)),
        ...(await unfocused(page, '[role="dialog"], [role="alertdialog"]', seen)),
      ];
      faults.push(...alike.map((fault) => `${name}: ${fault}`));
    }
    expect(faults).toEqual([]);
  });
});
