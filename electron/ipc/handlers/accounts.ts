import type { accountCalls } from '../../../shared/ipc/accounts.ts';
import { accountViews } from '../account-views.ts';
import { addAccount, signInAgain } from '../sign-in.ts';
import { keepAccount, removeAccount } from '../remove-account.ts';
import { renameAccount } from '../rename-account.ts';
import type { RunningApp } from '../running-app.ts';
import type { Handlers } from './handler.ts';

/** The sign-ins, how they stand, and how they come and go. */
export function accountHandlers(app: RunningApp): Pick<Handlers, keyof typeof accountCalls> {
  return {
    accounts: () => Promise.resolve([...accountViews(app)]),
    addAccount: async (input) => {
      await addAccount(app, input);
      return {};
    },
    renameAccount: async ({ id, label }) => {
      await renameAccount(app, id, label);
      return {};
    },
    signInAgain: async ({ id }) => {
      await signInAgain(app, id);
      return {};
    },
    removeAccount: ({ id, removeBlocks }) => removeAccount(app, id, removeBlocks),
    keepAccount: ({ id }) => {
      keepAccount(app, id);
      return Promise.resolve({});
    },
  };
}
