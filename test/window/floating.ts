import type { Page } from 'playwright-core';

/** Something that floats above a view, opened by hand or by its address alone. Each is closed by Escape. */
export interface Floating {
  readonly name: string;
  readonly at: string;
  readonly reach: (page: Page) => Promise<void>;
}

export const layer = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

const byAddress = (): Promise<void> => Promise.resolve();
const click = (role: 'button' | 'combobox', name: string | RegExp) => (page: Page) =>
  page.getByRole(role, { name }).first().click();

/** What floats, beside the moments that are seen after a click or two. */
export const floating: readonly Floating[] = [
  { name: 'blocks', at: 'calendar', reach: click('combobox', 'Blocks') },
  { name: 'more of a day', at: 'calendar?view=month', reach: click('button', /^\d+ more$/) },
  { name: 'new rule', at: 'rules?ask=new', reach: byAddress },
  { name: 'files', at: 'rules', reach: click('button', 'Import and export') },
  { name: 'conditions', at: 'rules', reach: click('button', 'Add a condition') },
  { name: 'held', at: 'holds', reach: click('button', 'Remove 6…') },
  { name: 'export', at: 'activity', reach: click('button', 'Export') },
  { name: 'kinds', at: 'activity', reach: click('combobox', 'Kind of activity') },
  { name: 'add account', at: 'accounts?ask=add', reach: byAddress },
  { name: 'more for an account', at: 'accounts', reach: click('button', 'More for Acme') },
  { name: 'rename', at: 'accounts?ask=rename acme', reach: byAddress },
  { name: 'remove', at: 'accounts?ask=remove acme', reach: byAddress },
  { name: 'support file', at: 'privacy?ask=support', reach: byAddress },
  { name: 'export key', at: 'settings?ask=exportKey', reach: byAddress },
  { name: 'import key', at: 'settings?ask=importKey', reach: byAddress },
  { name: 'client id', at: 'settings?ask=client', reach: byAddress },
  { name: 'licences', at: 'settings?ask=licences', reach: byAddress },
  { name: 'erase', at: 'settings?ask=erase', reach: byAddress },
  { name: 'zones', at: 'settings', reach: click('button', /zone/i) },
];
