/**
 * Google's token endpoint. Not through google-auth-library: it drops a rotated refresh token, retries by timers of its
 * own, sends a token to be revoked in the URL, and throws errors with the whole request inside (security.md S7, S8).
 */
import { z } from 'zod';
import type { Clock } from '../../ports/clock.ts';
import type { Fetch } from '../../ports/fetch.ts';
import type { GoogleClient } from '../../../shared/model/client-config.ts';
import { exchangeJson, type ExchangeFailure } from '../json-exchange.ts';
import type { GoogleEndpoints } from './endpoints.ts';
import { readGoogleError, type GoogleRefusal } from './read-google-error.ts';

const tokens = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().positive(),
  refresh_token: z.string().min(1).optional(),
  scope: z.string().optional(),
  id_token: z.string().optional(),
});
export type GoogleTokens = z.infer<typeof tokens>;
const refusal = z.object({ error: z.string() });

export interface GoogleService {
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly client: GoogleClient;
  readonly endpoints: GoogleEndpoints;
}

type Form = Readonly<Record<string, string>>;

/** RFC 6749 §4.1.3 and §6. A desktop client's secret is sent and protects nothing. */
export async function askForTokens(
  service: GoogleService,
  form: Form,
  signal: AbortSignal,
): Promise<{ readonly kind: 'tokens'; readonly tokens: GoogleTokens } | GoogleRefusal> {
  const { clientId, clientSecret } = service.client;
  const secret = clientSecret === undefined ? {} : { client_secret: clientSecret };
  const asked = { ...form, client_id: clientId, ...secret };
  const answer = await post(service, service.endpoints.token, asked, signal);
  if (answer.kind !== 'answer') return answer;
  const refused = refusal.safeParse(answer.json);
  if (answer.status >= 400)
    return refused.success
      ? readGoogleError(refused.data.error)
      : { kind: 'malformed', code: `google-${answer.status}` };
  const parsed = tokens.safeParse(answer.json);
  return parsed.success
    ? { kind: 'tokens', tokens: parsed.data }
    : { kind: 'malformed', code: 'google-token' };
}

/** RFC 7009. Ends the whole consent; a token that is no longer known is as good as revoked. */
export async function revokeToken(
  service: GoogleService,
  token: string,
  signal: AbortSignal,
): Promise<{ readonly kind: 'revoked' } | ExchangeFailure> {
  const answer = await post(service, service.endpoints.revoke, { token }, signal);
  return answer.kind === 'answer' ? { kind: 'revoked' } : answer;
}

function post(
  service: GoogleService,
  url: string,
  form: Form,
  signal: AbortSignal,
): ReturnType<typeof exchangeJson> {
  const headers = {
    accept: 'application/json',
    'content-type': 'application/x-www-form-urlencoded',
  };
  const body = new URLSearchParams(form).toString();
  return exchangeJson(service, { url, method: 'POST', headers, body }, signal);
}
