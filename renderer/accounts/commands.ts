import { createAccountsStore, createAppStore } from '../state/app.ts';
import { goAsk } from '../state/asked.ts';
import type { CommandSource } from '../state/commands.ts';
import { locksIn } from '../state/locks.ts';
import { runCommand } from '../state/run-command.ts';

/** What the palette can do with accounts. */
export const commands: CommandSource = (shelf) => {
  const group = 'Accounts';
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
    ...accounts
      .filter(({ mend }) => mend?.verb === 'signIn')
      .map(({ id, label }) => ({
        id: `accounts.signIn.${id}`,
        words: `Sign in to ${label} again`,
        group,
        run: () => void runCommand(shelf, 'signInAgain', { id }, 'Signed in again.'),
      })),
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
