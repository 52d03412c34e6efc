import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { settled, violations } from '../window/accessible.ts';
import { windowRig } from '../window/window-rig.ts';

const { open, asked } = windowRig();

/** 2026-11-25 is today, 10:15 in Berlin; on the 28th there is nothing in the afternoon. */
const berlin = (day: number, time: string): number => Date.parse(`2026-11-${day}T${time}:00+01:00`);

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The middle of a half hour on the grid. */
async function pointOf(page: Page, date: string, time: string): Promise<Point> {
  const column = await page.locator(`main [role="cell"][data-date="${date}"]`).last().boundingBox();
  const slot = await page.locator(`main [data-time="${time}:00"]`).last().boundingBox();
  if (column === null || slot === null) throw new Error(`${date} ${time} is not in sight`);
  return { x: column.x + column.width / 2, y: slot.y + 8 };
}

async function drag(page: Page, from: Point, to: Point): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await page.mouse.up();
}

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

describe('a span of the calendar, with the mouse', () => {
  it('is chosen by a drag over empty hours, and blocked', async () => {
    const page = await open('#/calendar?view=day&date=2026-11-28');
    const to = await pointOf(page, '2026-11-28', '16:00');
    await drag(page, await pointOf(page, '2026-11-28', '14:00'), to);
    await page.getByText('Sat 28 Nov, 14:00 – 16:30').waitFor();
    await page.getByRole('button', { name: 'Block me' }).click();
    await expect.poll(() => asked('blockMe')).toHaveLength(1);
    expect(await asked('blockMe')).toEqual([
      { span: { from: berlin(28, '14:00'), to: berlin(28, '16:30') }, targets: [] },
    ]);
  });

  it('is chosen beside an event that fills its hours', async () => {
    const page = await open('#/calendar?view=week');
    const event = await page.getByText('Northwind board: pre-read').first().boundingBox();
    const column = await page
      .locator('main [role="cell"][data-date="2026-11-25"]')
      .last()
      .boundingBox();
    if (event === null || column === null) throw new Error('No event');
    const edge = { x: column.x + column.width - 6, y: event.y + 4 };
    await drag(page, edge, { x: edge.x, y: edge.y + 50 });
    await page.getByText('Wed 25 Nov, 14:00 – 15:30').waitFor();
  });

  it('marks no text where a drag begins on an event', async () => {
    const page = await open('#/calendar?view=week');
    const event = await page.getByText('Northwind board: pre-read').first().boundingBox();
    if (event === null) throw new Error('No event');
    await drag(page, { x: event.x + 4, y: event.y + 4 }, { x: event.x + 60, y: event.y + 80 });
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('');
  });

  it('is whole days in the month', async () => {
    const page = await open('#/calendar?view=month');
    const cell = async (date: string): Promise<Point> => {
      const box = await page.locator(`main [data-date="${date}"]`).last().boundingBox();
      if (box === null) throw new Error('No day');
      return { x: box.x + box.width / 2, y: box.y + box.height - 4 };
    };
    await drag(page, await cell('2026-11-28'), await cell('2026-11-29'));
    await page.getByText('Sat 28 Nov – Sun 29 Nov, all day').waitFor();
    await page.getByText('2 days').waitFor();
  });
});

describe('a span of the calendar, with the keyboard alone', () => {
  it('begins at the next half hour of today, is moved, stretched and blocked', async () => {
    const page = await open('#/calendar?view=week');
    await press(page, 's');
    const bar = page.getByRole('group', { name: 'Select a span' });
    await bar.getByText('Wed 25 Nov, 10:30 – 11:00').waitFor();
    await press(
      page,
      'ArrowDown',
      'ArrowRight',
      'Shift+ArrowDown',
      'Shift+ArrowDown',
      'Shift+ArrowUp',
    );
    await bar.getByText('Thu 26 Nov, 11:00 – 12:00').waitFor();
    await press(page, 'Enter');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Block me');
    await press(page, 'Enter');
    await expect.poll(() => asked('blockMe')).toHaveLength(1);
    expect(await asked('blockMe')).toEqual([
      { span: { from: berlin(26, '11:00'), to: berlin(26, '12:00') }, targets: [] },
    ]);
    await bar.waitFor({ state: 'detached' });
  });

  it('says whether the time is taken', async () => {
    const page = await open('#/calendar?view=day');
    await press(page, 's');
    const bar = page.getByRole('group', { name: 'Select a span' });
    await bar.getByText('Free', { exact: true }).waitFor();
    await press(page, 'ArrowDown');
    await bar.getByText('1 event stands there').waitFor();
  });

  it('goes to find time and copies availability', async () => {
    const page = await open('#/calendar?view=day');
    await press(page, 's', 'Enter', 'Tab', 'Tab', 'Enter');
    await expect.poll(() => asked('copyText')).toHaveLength(1);
    await settled(page);
    await press(page, 's', 'Enter', 'Tab', 'Enter');
    await expect.poll(() => page.url()).toMatch(/conflicts\?tab=find&from=\d+&to=\d+/);
  });

  it('turns the page at the edge of what is in sight', async () => {
    const page = await open('#/calendar?view=workweek&date=2026-11-27');
    await press(page, 's');
    await page.getByText('Fri 27 Nov, 08:00 – 08:30').waitFor();
    await press(page, 'ArrowRight');
    await page.getByText('Mon 30 Nov, 08:00 – 08:30').waitFor();
    await expect.poll(() => page.url()).toMatch(/date=2026-11-30/);
  });

  it('moves by days and weeks in the month', async () => {
    const page = await open('#/calendar?view=month');
    await press(page, 's', 'ArrowDown', 'Shift+ArrowRight');
    await page.getByText('Wed 2 Dec – Thu 3 Dec, all day').waitFor();
  });

  it('shows the span on the grid, and lets go of it by Escape, one step at a time', async () => {
    const page = await open('#/calendar?view=week');
    await press(page, 's');
    const marked = page.locator('main [class*="_mark_"]');
    await expect.poll(() => marked.count()).toBe(1);
    await press(page, 'Enter', 'Escape');
    await page.getByRole('button', { name: 'Block me' }).waitFor({ state: 'detached' });
    await press(page, 'Escape');
    await page.getByRole('group', { name: 'Select a span' }).waitFor({ state: 'detached' });
    await expect.poll(() => marked.count()).toBe(0);
  });

  it.each(['#/rules', '#/calendar?view=agenda'])('is begun from the palette in %s', async (at) => {
    const page = await open(at);
    await press(page, 'Control+k');
    await page.getByRole('option', { name: 'Go to Calendar' }).waitFor();
    await page.keyboard.type('select a span');
    await press(page, 'Enter');
    await page.getByText('Wed 25 Nov, 10:30 – 11:00').waitFor();
    await press(page, 'ArrowDown');
    await page.getByText('Wed 25 Nov, 11:00 – 11:30').waitFor();
  });

  it('stands in the sheet of shortcuts, with its own keys while it is under way', async () => {
    const page = await open('#/calendar');
    await press(page, 's', '?');
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    for (const words of ['Select a span', 'Half an hour later', 'End later', 'What to do with it'])
      await sheet.getByText(words, { exact: true }).waitFor();
  });

  it('has no fault that axe knows, with its menu or without', async () => {
    const page = await open('#/calendar?view=week');
    await press(page, 's');
    expect(await violations(page)).toEqual([]);
    await press(page, 'Enter');
    expect(await violations(page)).toEqual([]);
  });
});
