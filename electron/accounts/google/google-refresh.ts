/** Silent tokens of one Google account (providers.md 5.27). */
import { instant } from '../../../shared/time/instant.ts';
import type { Failure } from '../../ports/outcome.ts';
import { keptText, notNow } from '../kept-text.ts';
import type { Refresh } from '../token-source.ts';
import type { KeptSecret } from '../vault/kept-secret.ts';
import { printGoogleSecret, readGoogleSecret } from './google-secret.ts';
import type { GoogleRefusal } from './read-google-error.ts';
import { askForTokens, type GoogleService } from './token-endpoint.ts';

/** Google knows no claims challenges; every wish is the same to it. */
export function googleRefresh(service: GoogleService, kept: KeptSecret): Refresh {
  return async () => {
    const secret = await keptText(kept);
    if (secret.kind !== 'text') return secret;
    const refreshToken = readGoogleSecret(secret.text);
    if (refreshToken === null) return { kind: 'needsSignIn', code: 'vault-unreadable' };
    const asked = service.clock.now();
    const form = { grant_type: 'refresh_token', refresh_token: refreshToken };
    const answer = await askForTokens(service, form, new AbortController().signal);
    if (answer.kind !== 'tokens') return asFailure(answer);
    const { access_token, expires_in, refresh_token } = answer.tokens;
    if (refresh_token !== undefined && refresh_token !== refreshToken) {
      const written = await kept.write(printGoogleSecret(refresh_token));
      if (written.kind === 'notKept') return notNow('token-not-kept');
    }
    return { kind: 'grant', token: access_token, expiresAt: instant(asked + expires_in * 1000) };
  };
}

function asFailure(refusal: GoogleRefusal): Failure {
  switch (refusal.kind) {
    case 'throttled':
    case 'needsSignIn':
    case 'needsAdmin':
    case 'unreachable':
    case 'malformed':
    case 'aborted':
      return refusal;
    case 'declined':
    case 'timedOut':
    case 'noBrowser':
    case 'otherAccount':
    case 'notGranted':
    case 'untrusted':
    case 'notKept':
    case 'notConfigured':
      return { kind: 'needsSignIn', code: refusal.kind };
  }
}
