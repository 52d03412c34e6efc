import type { TokenSource } from '../ports/token-source.ts';

/** A fixed bearer token from an environment variable, read at each use and kept nowhere. */
export function environmentTokens(
  variable: string,
  environment: Readonly<Record<string, string | undefined>>,
): TokenSource {
  return {
    token: (_signal, refused) => {
      const token = environment[variable]?.trim();
      if (token === undefined || token === '')
        return Promise.resolve({ kind: 'needsSignIn', code: 'token-variable-missing' });
      // There is only this one: a refusal is final.
      if (refused !== undefined)
        return Promise.resolve({ kind: 'needsSignIn', code: 'token-refused' });
      return Promise.resolve({ kind: 'token', token });
    },
  };
}
