import type { Page } from 'playwright-core';

/** Things that are seen only after a click or two. */
export interface Moment {
  readonly name: string;
  readonly at: string;
  readonly zoom?: number;
  readonly reach: (page: Page) => Promise<void>;
}

const still = (): Promise<void> => Promise.resolve();
const open = (title: string) => (page: Page) => page.getByText(title).first().click();

export const moments: readonly Moment[] = [
  { name: 'details', at: '#/calendar', reach: open('Northwind board: pre-read') },
  { name: 'palette', at: '#/calendar', reach: (page) => page.keyboard.press('Control+k') },
  { name: 'shortcuts', at: '#/calendar', reach: (page) => page.keyboard.press('?') },
  {
    name: 'seen-as',
    at: '#/calendar',
    reach: (page) => page.getByRole('button', { name: 'Seen as…' }).click(),
  },
  { name: 'all-blocks', at: '#/calendar?view=day', reach: (page) => page.keyboard.press('b') },
  {
    name: 'solo',
    at: '#/calendar',
    reach: (page) => page.getByRole('button', { name: 'Only Calendar' }).first().click(),
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
    reach: (page) => page.getByRole('button', { name: 'Pause' }).click(),
  },
  { name: 'go-to-date', at: '#/calendar', reach: (page) => page.keyboard.press('d') },
  { name: 'empty', at: '?scene=empty#/conflicts', reach: still },
  { name: 'quiet-agenda', at: '?scene=quiet#/calendar?view=agenda', reach: still },
  { name: 'quiet-conflicts', at: '?scene=quiet#/conflicts', reach: still },
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
