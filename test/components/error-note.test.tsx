import { expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { ErrorNote } from '../../renderer/ui/error-note.tsx';
import { show } from './show.tsx';

const problem = {
  code: 'account.unreachable',
  sentence: 'The provider of “Acme” gave no usable answer (503).',
  kept: 'Nothing was lost.',
  action: 'Check the network.',
  details: Array.from({ length: 12 }, (_, index) => `detail ${index}`),
} as const;

it('says what happened and what was not lost, and mends it by its one button', async () => {
  const run = vi.fn();
  show(<ErrorNote problem={problem} mend={{ words: 'Try again', run }} />);
  const note = page.getByRole('alert');
  await expect.element(note).toHaveTextContent('gave no usable answer');
  await expect.element(note).toHaveTextContent('Nothing was lost.');
  await page.getByRole('button', { name: 'Try again' }).click();
  expect(run).toHaveBeenCalledOnce();
});

it('says what to do where no button can do it', async () => {
  show(<ErrorNote problem={problem} />);
  await expect.element(page.getByRole('alert')).toHaveTextContent('Check the network.');
});

it('names eight details at most', async () => {
  show(<ErrorNote problem={problem} />);
  await expect.element(page.getByText('detail 7')).toBeVisible();
  expect(page.getByRole('listitem').elements()).toHaveLength(8);
});
