import type { Page } from 'playwright-core';

/** Things that are seen only after a click or two. */
export interface Moment {
  readonly name: string;
  readonly at: string;
  readonly zoom?: number;
  /** It lies above a view that is looked at elsewhere, and only what lies there is new. */
  readonly floats?: true;
  readonly reach: (page: Page) => Promise<void>;
}

type Reach = Moment['reach'];

const still = (): Promise<void> => Promise.resolve();
const click =
  (button: string): Reach =>
  (page) =>
    page.getByRole('button', { name: button }).first().click();
const press =
  (key: string): Reach =>
  (page) =>
    page.keyboard.press(key);

/** What comes by a click or a key, and the role of what is there then. */
const until =
  (
    act: Reach,
    role: 'dialog' | 'menu' | 'region' | 'complementary' | 'option',
    name?: string,
  ): Reach =>
  async (page) => {
    await act(page);
    await page
      .getByRole(role, name === undefined ? {} : { name })
      .first()
      .waitFor();
  };

export const moments: readonly Moment[] = [
  {
    name: 'details',
    at: '#/calendar',
    reach: until(
      (page) => page.getByText('Northwind board: pre-read').first().click(),
      'complementary',
      'Details',
    ),
  },
  { name: 'palette', at: '#/calendar', reach: until(press('Control+k'), 'option') },
  { name: 'shortcuts', at: '#/calendar', floats: true, reach: until(press('?'), 'dialog') },
  {
    name: 'seen-as',
    at: '#/calendar',
    reach: until(click('Seen as…'), 'region', 'Seen as'),
  },
  { name: 'all-blocks', at: '#/calendar?view=day', reach: press('b') },
  {
    name: 'solo',
    at: '#/calendar',
    reach: click('Only Calendar'),
  },
  {
    name: 'span',
    at: '#/calendar?view=workweek',
    reach: async (page) => {
      await page.mouse.move(1_150, 560);
      await page.mouse.down();
      await page.mouse.move(1_150, 640, { steps: 5 });
      await page.mouse.up();
    },
  },
  {
    name: 'pause',
    at: '#/calendar',
    floats: true,
    reach: until(click('Pause'), 'menu'),
  },
  { name: 'go-to-date', at: '#/calendar', floats: true, reach: until(press('d'), 'dialog') },
  { name: 'empty', at: '?scene=empty#/conflicts', reach: still },
  { name: 'quiet-agenda', at: '?scene=quiet#/calendar?view=agenda', reach: still },
  { name: 'quiet-conflicts', at: '?scene=quiet#/conflicts', reach: still },
  { name: 'rule-paused', at: '?scene=lost#/rules?rule=old-visits', reach: still },
  {
    name: 'renamed',
    at: '?scene=lost#/rules?rule=old-visits',
    reach: async (page) => {
      await click('Change')(page);
      await page.getByRole('checkbox', { name: 'Personal/Family' }).scrollIntoViewIfNeeded();
    },
  },
  { name: 'failing', at: '?scene=failing#/calendar', reach: still },
  { name: 'hostile', at: '?scene=hostile#/calendar', reach: still },
  { name: 'dense-week', at: '?scene=dense#/calendar?date=2026-11-04', reach: still },
  { name: 'dense-month', at: '?scene=dense#/calendar?view=month', reach: still },
  { name: 'zoom-200', at: '#/calendar?view=day', zoom: 2, reach: still },
  { name: 'zoom-200-conflicts', at: '#/conflicts?tab=find', zoom: 2, reach: still },
  { name: 'contrast', at: '#/calendar', reach: (page) => page.emulateMedia({ contrast: 'more' }) },
  {
    name: 'forced',
    at: '#/calendar',
    reach: (page) => page.emulateMedia({ forcedColors: 'active' }),
  },
];
