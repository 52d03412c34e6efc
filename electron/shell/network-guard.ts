import type { Session } from 'electron';
import { isOurAddress } from './app-origin.ts';

/**
 * The window loads nothing from anywhere but our own scheme, whatever a policy or an extension forgot (security.md 1). The
 * engine's requests go through another session and do not pass here.
 */
export function mayLoad(address: string): boolean {
  return isOurAddress(address) || address.startsWith('data:image/');
}

export interface GuardedSession {
  readonly webRequest: Pick<Session['webRequest'], 'onBeforeRequest'>;
  setSpellCheckerEnabled(enable: boolean): void;
}

/** Cancels what may not load, and switches off what would fetch dictionaries (security.md A8). */
export function guardNetwork(session: GuardedSession): void {
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, decide) =>
    decide({ cancel: !mayLoad(details.url) }),
  );
}
