import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';
import { everyTheme, settled, violations } from './accessible.ts';
import { layer } from './floating.ts';
import { moments } from './moments.ts';
import { dailyRoutes } from './routes.ts';
import { windowRig } from './window-rig.ts';

const { open } = windowRig();

it('is small: under 350 kB, packed', async () => {
  const folder = join(inject('window').folder, 'window');
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const packed = await Promise.all(
    files
      .filter((file) => file.isFile())
      .map(async (file) => gzipSync(await readFile(join(file.parentPath, file.name))).length),
  );
  const size = packed.reduce((sum, one) => sum + one, 0);
  expect(size).toBeGreaterThan(100_000);
  expect(size).toBeLessThan(350_000);
});

const calendarRoutes = dailyRoutes.filter((route) => route.startsWith('calendar'));

describe('in every theme', () => {
  it.each(dailyRoutes)('%s is accessible and keeps to the policy', async (view) => {
    const page = await open(`#/${view}`);
    expect(await violations(page, { looks: everyTheme })).toEqual([]);
  });

  it.each(moments.filter(({ name }) => !/^dense|^contrast$/.test(name)))(
    '$name is accessible and keeps to the policy',
    async ({ at, zoom = 1, floats, reach }) => {
      const page = await open(at, { width: 1440 / zoom, height: 900 / zoom });
      await reach(page);
      await settled(page);
      expect(await violations(page, floats ? { within: layer } : {})).toEqual([]);
    },
  );
});

describe('with the keyboard alone', () => {
  it('goes to every view and through the calendar', async () => {
    const page = await open('#/calendar');
    for (const [keys, hash] of [
      ['gx', /#\/conflicts/],
      ['gc', /#\/calendar/],
      ['4', /view=month/],
      ['1', /view=day/],
    ] as const) {
      for (const key of keys) await page.keyboard.press(key);
      await expect.poll(() => page.url()).toMatch(hash);
      await settled(page);
    }
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.url()).toMatch(/date=2026-11-26/);
    await page.keyboard.press('t');
    await expect.poll(() => page.url()).toMatch(/date=2026-11-25/);
  });

  it('finds an action by a few letters, does it, and says so', async () => {
    const page = await open('#/calendar');
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('What do you want to do?').waitFor();
    await page.keyboard.type('pause for 1');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Resume' }).waitFor();
    await page
      .getByText(/^Paused until /)
      .first()
      .waitFor();
  });

  it('reaches an event, opens its details and closes them', async () => {
    const page = await open('#/calendar?view=agenda');
    await page
      .getByRole('button', { name: /Design review/ })
      .first()
      .focus();
    await page.keyboard.press('Enter');
    await page.getByRole('complementary', { name: 'Details' }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('complementary', { name: 'Details' }).count()).toBe(0);
  });

  it('jumps to a day that is written as people write', async () => {
    const page = await open('#/calendar');
    await page.keyboard.press('d');
    await page.getByLabel('Date', { exact: true }).fill('24 dec');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toMatch(/date=2026-12-24/);
  });

  it('shows where the focus is, from the first key on', async () => {
    const page = await open('#/calendar');
    for (let step = 0; step < 30; step++) {
      await page.keyboard.press('Tab');
      const seen = await page.evaluate(() => {
        const style = getComputedStyle(document.activeElement ?? document.body);
        return style.outlineStyle !== 'none' || style.boxShadow !== 'none';
      });
      expect(seen).toBe(true);
    }
  });
});

describe('a narrow column', () => {
  it.each(['week', 'workweek', 'day'])(
    'breaks no word of a title in the %s, also beside the details',
    async (view) => {
      const page = await open(`#/calendar?view=${view}`, { width: 1280, height: 800 });
      expect(await page.evaluate(brokenWords)).toEqual([]);
      await page.getByText('Northwind board: pre-read').first().click();
      await page.getByRole('complementary', { name: 'Details' }).waitFor();
      await settled(page);
      expect(await page.evaluate(brokenWords)).toEqual([]);
    },
  );
});

/** Words of event titles that go on in a second line; a hyphen of their own is a place to break. */
function brokenWords(): string[] {
  return [...document.querySelectorAll('main [data-foreign]')].flatMap((title) => {
    const text = title.firstChild;
    if (!(text instanceof Text) || !title.checkVisibility()) return [];
    return [...text.data.matchAll(/[^\s-]+-?/g)].flatMap(({ index, 0: word }) => {
      const range = new Range();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      const flat = getComputedStyle(title).writingMode === 'horizontal-tb';
      const lines = new Set(
        [...range.getClientRects()].map(({ x, y }) => Math.round(flat ? y : x)),
      );
      return lines.size > 1 ? [`${text.data}: ${word}`] : [];
    });
  });
}

it.each(calendarRoutes)('%s keeps its bar in one row on a small screen', async (route) => {
  const page = await open(`#/${route}`, { width: 1280, height: 800 });
  const top = async (name: string): Promise<number | undefined> =>
    (await page.getByRole('button', { name, exact: true }).first().boundingBox())?.y;
  expect(await top('Find any action')).toBe(await top('Today'));
});

it('names even the shortest event', async () => {
  const page = await open('#/calendar?view=day');
  const box = await page.getByText('Leadership stand-up').first().locator('..').boundingBox();
  expect(box?.height).toBeGreaterThan(10);
});

describe('texts of strangers', () => {
  it.each(['calendar', 'calendar?view=month', 'calendar?view=agenda', 'conflicts'])(
    'R6: stay texts in %s',
    async (view) => {
      const page = await open(`?scene=hostile#/${view}`);
      const found = await page.evaluate(() => ({
        hacked: 'hacked' in globalThis,
        foreignElements: document.querySelectorAll('main img, main script, main b b').length,
        isolated: document.querySelectorAll('bdi[data-foreign]').length,
        longest: Math.max(
          ...[...document.querySelectorAll('bdi')].map((text) => text.textContent.length),
        ),
        marks: /[\u202a-\u202e\u2066-\u2069]/.test(document.body.textContent),
      }));
      expect(found).toMatchObject({ hacked: false, foreignElements: 0, marks: false });
      expect(found.isolated).toBeGreaterThan(0);
      expect(found.longest).toBeLessThanOrEqual(400);
    },
  );
});

describe('when the program fails', () => {
  it('says what happened, what was not lost, and offers to mend it', async () => {
    const page = await open('?scene=failing#/calendar');
    await page.getByText('gave no usable answer').first().waitFor();
    await page.getByText('Nothing was lost').first().waitFor();
    await page.getByRole('button', { name: 'Try again' }).first().click();
  });

  it('survives a program that does not answer', async () => {
    const page = await open('?scene=silent#/conflicts?tab=find');
    await page.getByRole('navigation').waitFor();
  });
});

describe('5,000 events of 20 calendars', () => {
  // How long it takes is the benchmark's to say; here, that no view draws more than a person can see.
  it.each(['week', 'month', 'day', 'agenda'])('the %s draws what is in sight', async (view) => {
    const page = await open(`?scene=dense#/calendar?view=${view}&date=2026-11-09`);
    await page
      .locator('main section[aria-label="Calendar"] bdi')
      .filter({ visible: true })
      .nth(7)
      .waitFor();
    expect(await page.locator('main *').count()).toBeLessThan(12_000);
  });

  it('counts in the month what a cell does not show, and leads to that day', async () => {
    const page = await open('?scene=dense#/calendar?view=month&date=2026-11-09');
    const cell = page.locator('main [data-date="2026-11-11"]').last();
    const shown = await cell.locator('bdi').filter({ visible: true }).count();
    const more = cell.getByRole('button', { name: /^\d+ more$/ });
    const hidden = Number.parseInt(await more.innerText(), 10);
    await more.click();
    await expect.poll(() => page.url()).toMatch(/view=day&date=2026-11-11/);
    expect(shown).toBeGreaterThan(2);
    // 5,000 events on 42 days; none of that day is a block.
    expect(shown + hidden).toBe(119);
  });
});
