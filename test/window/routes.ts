import type { Page } from 'playwright-core';
import { settled } from './accessible.ts';

/** Every view of the window, by what stands behind the `#/` of its address. */
export const routes = [
  'calendar',
  'calendar?view=day',
  'calendar?view=workweek',
  'calendar?view=month',
  'calendar?view=agenda',
  'conflicts',
  'conflicts?tab=find',
  'rules',
  'rules?view=matrix',
  'holds',
  'activity',
  'health',
  'privacy',
  'accounts',
  'settings',
  'start?step=connect',
  'start?step=calendars',
  'start?step=template',
] as const;

/**
 * Those that stand in the window's own tests; the others are looked at in `test/window-pages`. Every route is in one of the
 * two, so that a new one is in no axe run only if it is in no list.
 */
export const dailyRoutes: readonly string[] = routes.filter((route) =>
  /^(calendar|conflicts|activity|health|privacy)/.test(route),
);
export const otherRoutes: readonly string[] = routes.filter(
  (route) => !dailyRoutes.includes(route),
);

/** From one view to another, without loading the window anew. */
export async function goTo(page: Page, route: string): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), `#/${route}`);
  await settled(page);
}
