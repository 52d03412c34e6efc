import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Api } from '../../shared/ipc/contract.ts';
import { everyTheme, settled, violations } from '../window/accessible.ts';
import { otherRoutes } from '../window/routes.ts';
import { windowRig } from '../window/window-rig.ts';

declare const umbra: Api;

const { open: opened, asked } = windowRig();
let page: Page;

async function open(at: string): Promise<Page> {
  page = await opened(at);
  return page;
}

/** Does an action by its letters in the palette. */
async function choose(letters: string): Promise<void> {
  await page.getByRole('navigation').waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('option', { name: 'Go to Calendar' }).waitFor();
  await page.keyboard.type(letters);
  await page.keyboard.press('Enter');
}

const text = (words: string | RegExp): ReturnType<Page['getByText']> =>
  page.getByText(words).first();

describe('each page', () => {
  /** What a view shows once what it is about was read. */
  const signs: Readonly<Record<string, RegExp>> = {
    rules: /What they see/,
    'rules?view=matrix': /Arrow keys move/,
    holds: /Many removals at once/,
    accounts: /Slowed down by the provider/,
    settings: /Look ahead/,
    'start?step=connect': /Microsoft 365, Outlook.com or Google/,
    'start?step=calendars': /Pick the calendars/,
    'start?step=template': /Isolated clients/,
  };
  const scenes = [
    ['?scene=empty#/calendar', /Look around first/],
    ['?scene=empty#/start?step=connect', /Look around first/],
    ['?scene=empty#/start?step=calendars', /Pick the calendars/],
    ['?scene=locked#/start?step=connect', /Look around first/],
    ['?scene=locked#/start?step=template', /OnlyPinnedRules/],
    ['#/rules?rule=board-to-work', /Board work at Acme/],
    ['#/conflicts?tab=find&from=1795600800000&to=1795633200000', /How long/],
    ['#/nowhere', /There is no such view/],
    ['?scene=quiet#/rules', /No rules yet/],
    ['?scene=quiet#/holds', /Nothing is held/],
  ] as const;

  it.each([...otherRoutes.map((route) => [`#/${route}`, signs[route]] as const), ...scenes])(
    '%s has no fault that axe knows in any theme, and keeps to the content policy',
    async (at, sign = /^there is no sign of it$/) => {
      await open(at);
      await text(sign).waitFor();
      expect(await violations(page, { looks: everyTheme })).toEqual([]);
    },
  );

  it.each(['rules', 'holds', 'accounts', 'activity', 'health'])(
    '%s says what failed, what was not lost, and how to go on',
    async (route) => {
      await open(`?scene=failing#/${route}`);
      await text('gave no usable answer').waitFor();
      await text('Nothing was lost').waitFor();
      await page.getByRole('button', { name: 'Try again' }).first().waitFor();
    },
  );
});

describe('the editor of rules', () => {
  it('shows what others see while one edits, and asks before it reveals more', async () => {
    await open('#/rules');
    await page.getByRole('radio', { name: 'Details', exact: true }).click();
    await page.getByRole('button', { name: 'Save rules' }).click();
    await page.getByRole('heading', { name: 'Show more than before?' }).waitFor();
    await text(/“Busy everywhere” shows the title, the place and the description/).waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Save rules' }).click();
    await page.getByRole('button', { name: 'Show it and save' }).click();
    await text('Rules saved.').waitFor();
    await page.getByRole('button', { name: 'Save rules' }).waitFor({ state: 'detached' });
  });

  it('names a problem at its field, and does not save', async () => {
    await open('#/rules');
    await page.getByRole('button', { name: /^Board work at Acme/ }).click();
    const field = page.getByPlaceholder('{label}: {title}');
    await field.fill('{title}');
    await text(/needs the level "title" or more/).waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByRole('button', { name: 'Save rules' }).isDisabled()).toBe(true);
  });

  it('opens at the rule that a link names', async () => {
    await open('#/rules?rule=board-to-work');
    const name = page.getByRole('textbox', { name: 'Name' });
    await expect.poll(() => name.inputValue()).toBe('Board work at Acme');
  });

  it('takes back and repeats edits', async () => {
    await open('#/rules');
    const name = page.getByRole('textbox', { name: 'Name' });
    await name.fill('Another name');
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await name.inputValue()).toBe('Busy everywhere');
    await page.getByRole('button', { name: 'Redo' }).click();
    expect(await name.inputValue()).toBe('Another name');
    await page.getByRole('button', { name: 'Discard' }).click();
    expect(await name.inputValue()).toBe('Busy everywhere');
  });

  it('moves a rule with the keyboard', async () => {
    await open('#/rules');
    await page.getByRole('button', { name: /^Move Board work/ }).press('ArrowUp');
    await text('Moved to place 1 of 5.').waitFor();
    expect(
      await page.getByRole('listitem').filter({ hasText: 'block' }).first().textContent(),
    ).toContain('Board work at Acme');
  });

  it('adds a template, with a dry run before anything is saved', async () => {
    await open('?scene=quiet#/rules');
    await page.getByRole('button', { name: 'Choose a template' }).click();
    await page.getByRole('radio', { name: 'Isolated clients' }).click();
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await text('Not saved: 1 added').waitFor();
    await text(/^Saving this/).waitFor();
    await page.getByRole('button', { name: 'Save rules' }).click();
    await text('Rules saved.').waitFor();
  });

  it('does not let go of a rule that an administrator has locked', async () => {
    await open('#/rules');
    await page.getByRole('button', { name: /^Meridian shows busy only/ }).click();
    await text(/Your administrator decides/).waitFor();
    expect(await page.getByRole('radio', { name: 'Details', exact: true }).isDisabled()).toBe(true);
    expect(await page.getByRole('button', { name: 'Delete', exact: true }).isDisabled()).toBe(true);
  });

  it('builds a tree of conditions', async () => {
    await open('#/rules');
    await page.getByRole('button', { name: 'Add a condition' }).click();
    await page.getByRole('menuitem', { name: 'Group: none of these holds' }).click();
    await page.getByRole('textbox', { name: 'Text of the title' }).fill('lunch');
    await text('Not saved: 1 changed').waitFor();
  });
});

describe('the matrix', () => {
  it('is walked, chosen and changed with the keyboard alone', async () => {
    await open('#/rules?view=matrix');
    await page.locator('[data-row="0"][data-column="1"]').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await text('2 pairs chosen').waitFor();
    await page.keyboard.press('3');
    expect(await page.locator('[data-level="title"][aria-selected="true"]').count()).toBe(2);
    await text(/Not saved: 1 added/).waitFor();
    await page.keyboard.press('0');
    expect(await page.locator('[data-level="none"][aria-selected="true"]').count()).toBe(2);
  });

  it('leaves what an administrator has locked', async () => {
    await open('#/rules?view=matrix');
    await page
      .getByRole('button', { name: 'Choose the row Meridian Capital/Investment committee' })
      .click();
    await text(/can’t be changed: your administrator decides/).waitFor();
    expect(await page.getByRole('button', { name: /^Details/ }).isDisabled()).toBe(true);
  });
});

describe('decisions that can’t be undone', () => {
  it('removes held blocks only after a second question', async () => {
    await open('#/holds');
    await page.getByRole('button', { name: 'Remove 6…' }).click();
    expect(await asked('decideHold')).toEqual([]);
    await page.getByRole('button', { name: 'Remove 6 blocks' }).click();
    await text('Approved: they go with the next sync').waitFor();
    expect((await asked('decideHold'))[0]).toEqual({ id: 'hold-2', decision: 'approved' });
  });

  it('keeps held blocks', async () => {
    await open('#/holds');
    await page.getByRole('button', { name: 'Keep the blocks' }).first().click();
    await text('Kept: they stay as they are').waitFor();
  });

  it('exports the key only under a passphrase that was typed twice', async () => {
    await open('#/settings');
    await page.getByRole('button', { name: 'Export key…' }).click();
    const button = page.getByRole('button', { name: 'Export…' }).last();
    await page.getByLabel('Passphrase').fill('four words are enough');
    await page.getByLabel('Once more').fill('four words are not');
    await text('The two are not the same yet').waitFor();
    expect(await button.isDisabled()).toBe(true);
    await page.getByLabel('Once more').fill('four words are enough');
    await button.click();
    await text('The key was exported').waitFor();
    expect((await asked('exportVault'))[0]).toEqual({ passphrase: 'four words are enough' });
  });

  it('erases only after the word was typed', async () => {
    await open('#/settings');
    await page.getByRole('button', { name: 'Erase…' }).click();
    const erase = page.getByRole('button', { name: 'Erase everything' });
    expect(await erase.isDisabled()).toBe(true);
    await page.getByRole('textbox', { name: 'Type ERASE to go on' }).fill('erase');
    await erase.click();
    await text('Umbra holds nothing any more').waitFor();
    expect((await asked('eraseEverything'))[0]).toEqual({ removeBlocks: true });
  });

  it('removes an account with or without its blocks', async () => {
    await open('#/accounts');
    await page.getByRole('button', { name: 'More for Acme' }).click();
    await page.getByRole('menuitem', { name: 'Remove…' }).click();
    await page.getByRole('radio', { name: 'Leave the blocks where they are' }).click();
    await page.getByRole('button', { name: 'Remove account' }).click();
    await text(/“Acme” was removed/).waitFor();
    expect((await asked('removeAccount'))[0]).toEqual({ id: 'acme', removeBlocks: false });
  });

  it('shows an account that is still being removed, takes that back, and ends it at once', async () => {
    await open('#/accounts');
    const name = 'Brightside Foundation';
    const card = page.getByRole('article', { name });
    const remove = async (): Promise<void> => {
      await page.getByRole('button', { name: `More for ${name}` }).click();
      await page.getByRole('menuitem', { name: 'Remove…' }).click();
      await page.getByRole('button', { name: 'Remove account' }).click();
      await card.getByText('Being removed').waitFor();
    };
    await remove();
    await text(/goes on by itself/).waitFor();
    await settled(page);
    expect(await violations(page)).toEqual([]);
    await card.getByRole('button', { name: 'Keep account' }).click();
    await card.getByText('Connecting').waitFor();
    await remove();
    await card.getByRole('button', { name: 'Remove now…' }).click();
    await page.getByRole('button', { name: 'Remove now', exact: true }).click();
    await expect.poll(() => card.count()).toBe(0);
    expect((await asked('removeAccount')).at(-1)).toEqual({
      id: 'brightside',
      removeBlocks: false,
    });
  });
});

describe('A3: what an organisation forbids', () => {
  const greyed = async (name: string): Promise<void> => {
    const button = page.getByRole('button', { name, exact: true });
    await expect.poll(() => button.isDisabled()).toBe(true);
  };

  it('is greyed out among accounts, with the reason', async () => {
    await open('?scene=locked#/accounts');
    await page.getByRole('button', { name: 'Add account' }).click();
    await text(/kind \(AllowedProviders\)/).waitFor();
    expect(await page.getByRole('radio', { name: 'Google' }).isDisabled()).toBe(true);
    expect(await page.getByRole('radio', { name: 'Microsoft' }).isChecked()).toBe(true);
    await settled(page);
    expect(await violations(page)).toEqual([]);
  });

  it('is greyed out in the settings and in the log, with the reason', async () => {
    await open('?scene=locked#/settings');
    await greyed('Export key…');
    await text('Takes effect at the next start').waitFor();
    await text(/^ProxyMode changed since Umbra was started/).waitFor();
    await page.getByRole('row', { name: /DisableUpdates.*does not update itself/ }).waitFor();
    expect(await page.getByText(/exports \(DisableExport\)/).count()).toBe(2);
    await open('?scene=locked#/activity');
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    const item = page.getByRole('menuitem', { name: /as CSV.*DisableExport/ });
    expect(await item.getAttribute('aria-disabled')).toBe('true');
  });

  it('is greyed out among rules, which can still be deleted', async () => {
    await open('?scene=locked#/rules?rule=board-to-work');
    await greyed('New rule');
    await greyed('Duplicate');
    await text(/OnlyPinnedRules\).*delete this one/).waitFor();
    expect(await page.getByRole('textbox', { name: 'Name' }).isDisabled()).toBe(true);
    expect(await page.getByRole('button', { name: 'Delete', exact: true }).isDisabled()).toBe(
      false,
    );
    await page.keyboard.press('n');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await settled(page);
    expect(await violations(page)).toEqual([]);
    await open('?scene=locked#/rules?view=matrix');
    const levels = page.getByRole('group', { name: 'What the chosen pairs show' });
    await levels.waitFor();
    expect(await levels.locator('button:not(:disabled)').count()).toBe(0);
  });

  it('is no command of the palette', async () => {
    await open('?scene=locked#/settings');
    await text('Managed by your organisation').first().waitFor();
    await page.keyboard.press('Control+k');
    const wish = page.getByPlaceholder('What do you want to do?');
    for (const words of ['Export', 'New rule']) {
      await wish.fill(words);
      await settled(page);
      expect(await page.getByRole('option', { name: new RegExp(`^${words}`) }).count()).toBe(0);
    }
  });
});

describe('the other pages', () => {
  it('search the activity and read on while one scrolls', async () => {
    await open('#/activity');
    await text('#2400').waitFor();
    await page.getByRole('table').evaluate((list) => list.scrollTo(0, 1e6));
    await expect.poll(async () => (await asked('activity')).length).toBeGreaterThan(1);
    await page.getByRole('searchbox').fill('forbidden');
    await text('Not allowed').waitFor();
    await page.getByRole('searchbox').fill('no such thing');
    await text('Nothing fits').waitFor();
    expect(await page.getByRole('row').count()).toBe(0);
  });

  it('name the columns of the activity, also where one has scrolled', async () => {
    await open('#/activity');
    await text('#2400').waitFor();
    await page.getByRole('table').evaluate((list) => list.scrollTo(0, 1e5));
    const heads = page.getByRole('columnheader');
    expect(await heads.allTextContents()).toEqual([
      'Time',
      'What',
      'Calendar',
      'Rule',
      'Outcome',
      'By',
      'Number',
    ]);
    // Under the middle of each there is nothing but itself.
    const covered = await heads.evaluateAll((all) =>
      all.filter((head) => {
        const { x, y, width, height } = head.getBoundingClientRect();
        return document.elementFromPoint(x + width / 2, y + height / 2) !== head;
      }),
    );
    expect(covered).toEqual([]);
  });

  it('lead from each event of a double booking to its day and its details', async () => {
    await open('#/conflicts');
    const card = page.getByRole('article').first();
    await card.waitFor();
    const ways = card.getByRole('button', { name: /^Show .+ on the calendar$/ });
    const count = await ways.count();
    expect(count).toBeGreaterThan(1);
    for (let n = 0; n < count; n++) {
      if (n > 0) await page.goBack();
      const words = (await ways.nth(n).getAttribute('aria-label')) ?? '';
      const title = words.replace(/^Show (.+) on the calendar$/, '$1');
      await ways.nth(n).click();
      await page.waitForURL(/#\/calendar\?(?=.*view=day)(?=.*date=\d{4}-\d\d-\d\d)/);
      const details = page.getByRole('complementary', { name: 'Details' });
      await details.getByRole('heading', { name: title }).waitFor();
    }
  });

  it('choose where “Block me now” writes, show what it holds, and free it again', async () => {
    await open('#/settings');
    const part = page.getByRole('region', { name: 'Block me now' });
    await part.getByRole('button', { name: 'Calendars I choose' }).click();
    await expect.poll(async () => (await asked('saveSettings')).length).toBe(1);
    const first = part.getByRole('checkbox').first();
    await first.click();
    await expect.poll(async () => (await asked('saveSettings')).length).toBe(2);
    const [all, fewer] = (await asked('saveSettings')).map(
      ({ blockTargets }) => (blockTargets as string[]).length,
    );
    expect(fewer).toBe((all ?? 0) - 1);
    await page.evaluate(() => umbra.blockMe({ span: '30min', targets: [] }));
    await part.getByRole('button', { name: /^Free again: / }).click();
    await text('You are free again').waitFor();
    expect((await asked('unblockMe'))[0]).toEqual({ id: expect.stringMatching(/^own-/) });
    await settled(page);
    expect(await violations(page)).toEqual([]);
  });

  it('keep a setting at once, and a time only when it makes sense', async () => {
    await open('#/settings');
    const switches = [
      ['Hide titles until pointed at', 'hideTitles'],
      ['Notifications', 'notifications'],
      ['Start at login', 'startAtLogin'],
    ] as const;
    for (const [n, [name, key]] of switches.entries()) {
      const control = page.getByRole('switch', { name });
      const was = await control.isChecked();
      await control.click();
      await expect.poll(async () => (await asked('saveSettings'))[n]).toEqual({ [key]: !was });
      await expect.poll(() => control.isChecked()).toBe(!was);
    }
    await page.getByRole('textbox', { name: 'Working hours to' }).fill('07:00');
    await text('The end must be later than the start.').waitFor();
    expect(await asked('saveSettings')).toHaveLength(switches.length);
  });

  it('say why an account can’t be added without a name', async () => {
    await open('#/accounts');
    await page.getByRole('button', { name: 'Add account' }).click();
    await page.getByRole('button', { name: 'Sign in in the browser' }).click();
    await text('Give it a name').waitFor();
    expect(await asked('addAccount')).toEqual([]);
  });

  it('are reached from the palette', async () => {
    const dialogs = [
      ['add account', 'Add an account'],
      ['new rule', 'New rule'],
      ['export the key', 'Export this device’s key'],
      ['erase everything', 'Erase everything?'],
      ['licences', 'Licences'],
      ['client id', 'Enter a client ID'],
      ['support file', 'Support file'],
      ['rename the account acme', 'Rename “Acme”'],
      ['remove the account acme', 'Remove “Acme”?'],
      ['delete the rule “board', 'Delete “Board work at Acme”?'],
      ['remove 6 held', 'Remove 6 blocks?'],
    ] as const;
    await open('#/calendar');
    for (const [letters, heading] of dialogs) {
      await choose(letters);
      const dialog = page
        .getByRole('dialog', { name: heading })
        .or(page.getByRole('alertdialog', { name: heading }));
      await dialog.waitFor();
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    }
  });

  it('do every deed from the palette', async () => {
    const deeds = [
      ['export the rules', 'exportRules', {}],
      ['activity as json', 'exportActivity', { format: 'json' }],
      ['policies of this computer', 'exportPolicy', {}],
      ['export everything', 'exportData', {}],
      ['sync now', 'syncNow', {}],
      ['unblock', 'unblockMe', {}],
      ['keep 6 held', 'decideHold', { id: 'hold-2', decision: 'rejected' }],
      ['administrator of meridian', 'copyText', { text: 'Hello, please allow Umbra.' }],
    ] as const;
    await open('#/calendar');
    for (const [letters, channel, input] of deeds) {
      await choose(letters);
      await expect.poll(() => asked(channel), { message: letters }).toHaveLength(1);
      expect((await asked(channel))[0]).toEqual(input);
    }
    await choose('duplicate the rule “board');
    await text('Not saved: 1 added').waitFor();
    await choose('verify');
    await text(/Whole: 2,400 entries/).waitFor();
  });

  it('take imported rules as an edit that is saved only after it was seen', async () => {
    await open('#/calendar');
    await choose('import rules beside');
    await text(/^Not saved: \d+ added/).waitFor();
    await choose('import rules in place');
    await text(/^Not saved: .*\d+ removed/).waitFor();
    // What an administrator has locked stays, whatever is imported.
    await page.getByRole('button', { name: /^Meridian shows busy only/ }).waitFor();
    expect(await asked('saveRules')).toEqual([]);
  });

  it('are shown from the palette', async () => {
    const places = [
      ['go to data protection', /#\/privacy$/, 'On the network'],
      ['show all blocks', /#\/calendar/, 'Blocks: all'],
      ['firewall', /#\/privacy$/, 'On the network'],
      ['show no blocks', /#\/calendar/, 'Blocks: none'],
      ['show today', /date=2026-11-25/, '25'],
    ] as const;
    await open('#/activity');
    for (const [letters, hash, sign] of places) {
      await choose(letters);
      await expect.poll(() => page.url()).toMatch(hash);
      await text(sign).waitFor();
    }
  });

  it('print the map of where data goes, once it is there', async () => {
    await open('#/calendar');
    await page.evaluate(() => {
      const state = globalThis as unknown as { printed: string[] };
      state.printed = [];
      globalThis.print = () =>
        void state.printed.push(document.querySelector('[data-print] h2')?.textContent ?? '');
    });
    await choose('print');
    const printed = (): Promise<string[]> =>
      page.evaluate(() => (globalThis as unknown as { printed: string[] }).printed);
    await expect.poll(printed).toEqual(['Where data goes']);
    expect(page.url()).not.toContain('ask=');
  });

  it('lead through the first start and keep what was left out', async () => {
    await open('?scene=quiet#/start?step=calendars');
    await page.getByRole('checkbox', { name: 'All calendars of Acme' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
    await text(/11 calendars\. Saving this/).waitFor();
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.waitForURL(/#\/calendar/);
  });
});
