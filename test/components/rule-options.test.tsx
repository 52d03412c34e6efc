import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createDrafts } from '../../renderer/rules/drafts-store.ts';
import { optionParts } from '../../renderer/rules/option-words.ts';
import { RuleEditor } from '../../renderer/rules/rule-editor.tsx';
import type { Shelf } from '../../renderer/state/stores.tsx';
import {
  maskObject,
  options,
  type Mask,
  type Options,
  type Rule,
} from '../../shared/model/rule.ts';
import { show } from './show.tsx';

let shelf: Shelf;

beforeEach(async () => {
  shelf = show(<RuleEditor />);
  await expect.element(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Busy everywhere');
  for (const part of document.querySelectorAll('details'))
    if (!part.open) await userEvent.click(part.querySelector('summary') ?? part);
});

function focused(): Rule {
  const { history, focus } = shelf.store(createDrafts).getState();
  const found = history.present.find(({ id }) => id === focus) ?? history.present[0];
  if (found === undefined) throw new Error('No rule is there');
  return found;
}

async function pick(list: string, choice: string): Promise<void> {
  await page.getByRole('combobox', { name: list }).click();
  await page.getByRole('option', { name: new RegExp(`^${choice}`) }).click();
}

const type = (name: string, text: string) => (): Promise<void> =>
  page.getByLabelText(name, { exact: true }).fill(text);
const turnOn = (name: string) => (): Promise<void> => page.getByRole('switch', { name }).click();

type Act = () => Promise<unknown>;

/** How each option is changed by its own field, and what becomes of it. */
const optionFields: { readonly [K in keyof Options]: readonly [Act, Options[K]] } = {
  showAs: [() => pick('Show as', 'Tentative'), 'tentative'],
  visibility: [() => pick('Privacy of the block', 'As the calendar'), 'default'],
  color: [type('Category or colour', 'Shadow'), 'Shadow'],
  bufferBefore: [type('Buffer before', '15'), 15],
  bufferAfter: [type('Buffer after', '20'), 20],
  roundTo: [() => pick('Round outwards', '30 minutes'), 30],
  allDay: [() => pick('All-day events', 'No block'), 'skip'],
  workingHours: [
    async () => {
      await pick('All-day events', 'Working hours');
      await type('Working hours from', '08:30')();
      await type('Working hours to', '16:00')();
      await page.getByRole('button', { name: 'Sat' }).click();
    },
    { from: '08:30', to: '16:00', days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'] },
  ],
  merge: [turnOn('Merge blocks'), true],
  mergeGap: [
    async () => {
      await turnOn('Merge blocks')();
      await type('Merge across gaps of', '10')();
    },
    10,
  ],
  skipWhenBusy: [turnOn('Skip where busy already'), true],
  onEdit: [() => pick('If somebody edits a block', 'Keep the edit'), 'keep'],
  onDelete: [() => pick('If somebody deletes a block', 'Write it again'), 'recreate'],
  retentionDays: [type('Remove past blocks after', '90'), 90],
};

/** The same of the mask, at the level that shows everything. */
const maskFields: { readonly [K in keyof Required<Mask>]: readonly [Act, unknown] } = {
  level: [() => page.getByRole('radio', { name: 'Details', exact: true }).click(), 'details'],
  label: [
    async () => {
      await maskFields.level[0]();
      await page.getByPlaceholder('Client work').first().fill('Board');
    },
    'Board',
  ],
  labels: [
    async () => {
      await maskFields.level[0]();
      await page.getByRole('button', { name: 'Add a label for one source' }).click();
      await page.getByRole('menuitem').first().click();
    },
    expect.any(Object),
  ],
  template: [
    async () => {
      await maskFields.level[0]();
      await page.getByPlaceholder('{label}: {title}').fill('Busy: {title}');
    },
    'Busy: {title}',
  ],
  revealPrivate: [
    async () => {
      await maskFields.level[0]();
      await turnOn('Reveal private events')();
    },
    true,
  ],
};

describe('the editor of rules', () => {
  it('has a field for every option that a rule file has', () => {
    const known = Object.keys(options.shape).toSorted();
    expect(Object.keys(optionFields).toSorted()).toEqual(known);
    expect(Object.values(optionParts).flat().toSorted()).toEqual(known);
    expect(Object.keys(maskFields).toSorted()).toEqual(Object.keys(maskObject.shape).toSorted());
  });

  it.each(Object.entries(optionFields))('changes the option %s', async (name, [act, after]) => {
    const before = focused().options[name as keyof Options];
    expect(before).not.toEqual(after);
    await act();
    await userEvent.tab();
    await expect.poll(() => focused().options[name as keyof Options]).toEqual(after);
  });

  it.each(Object.entries(maskFields))('changes the mask’s %s', async (name, [act, after]) => {
    await act();
    await userEvent.tab();
    await expect.poll(() => focused().mask[name as keyof Mask]).toEqual(after);
  });
});
