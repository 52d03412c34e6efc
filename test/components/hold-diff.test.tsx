import { expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { HoldCard } from '../../renderer/holds/hold-card.tsx';
import type { HoldView } from '../../shared/ipc/rules.ts';
import { holds } from '../window/fake-rules.ts';
import { show } from './show.tsx';

const [many] = holds();
const gone = (): number => document.querySelectorAll('[aria-label="Would be removed:"]').length;

function card(state: HoldView['state'] = 'waiting'): ReturnType<typeof vi.fn> {
  const decide = vi.fn(() => Promise.resolve({ ok: true as const, value: {} }));
  if (many === undefined) throw new Error('No hold was made up');
  show(<HoldCard hold={{ ...many, state }} />, 'rich', { decideHold: decide });
  return decide;
}

it('shows the first days of what would go, and every block of it when asked', async () => {
  card();
  const all = page.getByRole('button', { name: 'Show all 41 blocks' });
  await expect.element(all).toBeVisible();
  expect(gone()).toBeLessThan(41);
  await all.click();
  await expect.poll(gone).toBe(41);
});

it('I13: removes nothing by one click', async () => {
  const decide = card();
  await page.getByRole('button', { name: 'Remove 41…' }).click();
  await expect.element(page.getByRole('button', { name: 'Remove 41 blocks' })).toBeVisible();
  expect(decide).not.toHaveBeenCalled();
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(decide).not.toHaveBeenCalled();
});

it('keeps the blocks by one click', async () => {
  const decide = card();
  await page.getByRole('button', { name: 'Keep the blocks' }).click();
  expect(decide).toHaveBeenCalledExactlyOnceWith({ id: 'hold-1', decision: 'rejected' });
});

it('offers nothing any more where it was decided', async () => {
  card('approved');
  await expect.element(page.getByRole('article')).toBeVisible();
  expect(page.getByRole('button', { name: /Remove 41|Keep/ }).elements()).toHaveLength(0);
});
