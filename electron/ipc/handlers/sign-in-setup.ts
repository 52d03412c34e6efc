import type { signInSetupCalls } from '../../../shared/ipc/sign-in-setup.ts';
import type { RunningApp } from '../running-app.ts';
import { adminRequest, keepUnprotected, readSignInSetup, saveClient } from '../sign-in-setup.ts';
import type { Handlers } from './handler.ts';

/** Client ids, the keychain, and what an administrator needs. */
export function signInSetupHandlers(
  app: RunningApp,
): Pick<Handlers, keyof typeof signInSetupCalls> {
  return {
    signInSetup: () => Promise.resolve(readSignInSetup(app)),
    saveClient: (change) => {
      saveClient(app, change);
      return Promise.resolve({});
    },
    keepUnprotected: async ({ keep }) => {
      await keepUnprotected(app, keep);
      return {};
    },
    adminRequest: ({ id }) => Promise.resolve(adminRequest(app, id)),
  };
}
