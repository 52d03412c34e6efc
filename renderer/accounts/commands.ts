import type { AccountView } from '../../shared/ipc/accounts.ts';
import { createAccountsStore, createAppStore } from '../state/app.ts';
import { ask } from '../state/ask.ts';
import { goAsk } from '../state/asked.ts';
import type { Command, CommandSource } from '../state/commands.ts';
import { locksIn } from '../state/locks.ts';
import { createNotices } from '../state/notices.ts';
import { runCommand } from '../state/run-command.ts';
import type { Shelf } from '../state/stores.tsx';
import { requestCopied } from './account-words.ts';

const GROUP = 'Accounts';

/** What the palette can do with accounts. */
export const commands: CommandSource = (shelf) => {
  const group = GROUP;
  const accounts = shelf.store(createAccountsStore).getState().value ?? [];
  const empty = shelf.store(createAppStore).getState().value?.mode === 'empty';
  const { provider } = locksIn(shelf);
  const mayAdd = provider('microsoft') === null || provider('google') === null;
  return [
    ...(mayAdd
      ? [
          {
            id: 'accounts.add',
            words: 'Add account…',
            group,
            also: ['connect', 'sign in', 'Microsoft', 'Google', 'Outlook'],
            run: () => goAsk('accounts', 'add'),
          },
        ]
      : []),
    ...(empty
      ? [
          {
            id: 'accounts.sample',
            words: 'Explore with sample calendars',
            group,
            run: () => void runCommand(shelf, 'startSample', {}),
          },
        ]
      : []),
    ...mending(shelf, accounts),
    ...accounts.flatMap(({ id, label }) => [
      {
        id: `accounts.rename.${id}`,
        words: `Rename the account ${label}…`,
        group,
        run: () => goAsk('accounts', `rename ${id}`),
      },
      {
        id: `accounts.remove.${id}`,
        words: `Remove the account ${label}…`,
        group,
        also: ['disconnect', 'sign out'],
        run: () => goAsk('accounts', `remove ${id}`),
      },
    ]),
  ];
};

function mending(shelf: Shelf, accounts: readonly AccountView[]): Command[] {
  return accounts.flatMap(({ id, label, mend }) => {
    if (mend?.verb === 'signIn')
      return [
        {
          id: `accounts.signIn.${id}`,
          words: `Sign in to ${label} again`,
          group: GROUP,
          run: () => void runCommand(shelf, 'signInAgain', { id }, 'Signed in again.'),
        },
      ];
    if (mend?.verb === 'askAdmin')
      return [
        {
          id: `accounts.askAdmin.${id}`,
          words: `Copy the request for the administrator of ${label}`,
          group: GROUP,
          run: () => void copyRequest(shelf, id),
        },
      ];
    return [];
  });
}

async function copyRequest(shelf: Shelf, id: string): Promise<void> {
  const reply = await ask(shelf.api, 'adminRequest', { id });
  if (reply.ok) await runCommand(shelf, 'copyText', { text: reply.value.text }, requestCopied);
  else
    shelf
      .store(createNotices)
      .getState()
      .complain(reply.problem, { words: 'Try again', run: () => void copyRequest(shelf, id) });
}
