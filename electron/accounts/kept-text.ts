import type { Failure } from '../ports/outcome.ts';
import type { KeptSecret } from './vault/kept-secret.ts';

/** An account's secret, or what its absence means for the account. */
export async function keptText(
  kept: KeptSecret,
): Promise<{ readonly kind: 'text'; readonly text: string } | Failure> {
  const read = await kept.read();
  switch (read.kind) {
    case 'secret':
      return read.text === null
        ? { kind: 'needsSignIn', code: 'no-token' }
        : { kind: 'text', text: read.text };
    case 'locked':
      return notNow('keychain-locked');
    case 'notKept':
      return notNow('token-not-kept');
    case 'unreadable':
      return { kind: 'needsSignIn', code: 'vault-unreadable' };
  }
}

/** Something on this machine is in the way for now: nobody is signed out for it. */
export function notNow(code: string): Failure {
  return { kind: 'unreachable', maybeApplied: false, code };
}
