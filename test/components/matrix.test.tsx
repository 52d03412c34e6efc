import { beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createDrafts } from '../../renderer/rules/drafts-store.ts';
import { Matrix } from '../../renderer/rules/matrix.tsx';
import type { Shelf } from '../../renderer/state/stores.tsx';
import { show } from './show.tsx';

let shelf: Shelf;

beforeEach(async () => {
  shelf = show(<Matrix />);
  await expect.poll(() => cells('[tabindex="0"]')).toHaveLength(1);
});

function cells(which: string): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`[role="gridcell"]${which}`)];
}

const rules = (): unknown => shelf.store(createDrafts).getState().history.present;

it('is one stop of the Tab key, and arrows go on from there', async () => {
  const [first] = cells('[tabindex="0"]');
  first?.focus();
  const { row, column } = first?.dataset ?? {};
  await userEvent.keyboard('{ArrowRight}{ArrowDown}');
  const { dataset } = cells(':focus')[0] ?? {};
  expect(dataset).toMatchObject({
    row: String(Number(row) + 1),
    column: String(Number(column) + 1),
  });
  expect(cells('[tabindex="0"]')).toHaveLength(1);
});

it('sets a rectangle of pairs by one key, and says so to those who do not see it', async () => {
  cells('[data-row="0"][data-column="1"]')[0]?.focus();
  await userEvent.keyboard('{ArrowRight}{Shift>}{ArrowRight}{/Shift}3');
  expect(cells('[data-level="title"][aria-selected="true"]')).toHaveLength(2);
  await expect.element(page.getByRole('status').last()).toHaveTextContent('2 cells: Title');
});

it('gives a calendar no block of itself, whatever key is pressed', async () => {
  const before = rules();
  const own = cells('[data-self]')[0];
  own?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true }));
  own?.focus();
  await userEvent.keyboard('5');
  expect(rules()).toEqual(before);
  expect(cells('[data-self]')[0]?.getAttribute('aria-label')).toContain('never blocks itself');
});

it('leaves a pair alone that an administrator has locked', async () => {
  const locked = cells('').find((cell) => cell.getAttribute('aria-label')?.endsWith(', locked'));
  const { row, column } = locked?.dataset ?? {};
  const before = locked?.dataset['level'];
  locked?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true }));
  await userEvent.keyboard('0');
  expect(
    cells(`[data-row="${row ?? ''}"][data-column="${column ?? ''}"]`)[0]?.dataset['level'],
  ).toBe(before);
});
