/** The way through the system's browser and back: the same for every provider (RFC 8252; never an embedded view). */
import type { Clock } from '../ports/clock.ts';
import { openLoopback, type LoopbackAnswer } from './loopback.ts';
import type { SignInFailure } from './sign-in-outcome.ts';

export interface AuthorizeDeps {
  readonly clock: Clock;
  /** Opens the person's own browser. Rejects where there is none. */
  readonly openBrowser: (url: string) => Promise<void>;
}

export interface AuthorizeRequest {
  readonly host: '127.0.0.1' | 'localhost';
  readonly path: string;
  readonly state: string;
  /** RFC 9207: who must have answered, where the answer says so. */
  readonly issuer: string | null;
  /** Origins of the provider's pages. The browser is sent nowhere else (security.md 15). */
  readonly pages: readonly string[];
  /** Where the browser is sent, once the way back is known. */
  readonly url: (redirectUri: string) => Promise<string>;
}

export type Authorized =
  | { readonly kind: 'code'; readonly code: string; readonly redirectUri: string }
  /** The provider's own refusal, to be read by who knows its words. `description` may quote an address: never pass it on. */
  | { readonly kind: 'refusal'; readonly error: string; readonly description: string }
  | SignInFailure;

/** Sends the person to the provider and waits for the code. The listener is gone when this resolves. */
export async function authorize(
  { clock, openBrowser }: AuthorizeDeps,
  request: AuthorizeRequest,
  signal: AbortSignal,
): Promise<Authorized> {
  const loopback = await openLoopback({ ...request, clock, signal });
  try {
    const url = await request.url(loopback.redirectUri);
    if (!request.pages.includes(URL.parse(url)?.origin ?? ''))
      return { kind: 'untrusted', code: 'page' };
    // Some systems say only late, or never, that they opened it; the answer counts from anywhere.
    const opened = openBrowser(url).then(
      () => loopback.answer,
      () => ({ kind: 'noBrowser' }) as const,
    );
    const answer = await Promise.race([loopback.answer, opened]);
    return read(answer, loopback.redirectUri, request.issuer);
  } finally {
    await loopback.close();
  }
}

function read(
  answer: LoopbackAnswer | { readonly kind: 'noBrowser' },
  redirectUri: string,
  issuer: string | null,
): Authorized {
  if (answer.kind !== 'answer') return answer;
  const { code, error, error_description: description, iss } = answer.parameters;
  if (iss !== undefined && issuer !== null && iss !== issuer)
    return { kind: 'untrusted', code: 'issuer' };
  if (error !== undefined) return { kind: 'refusal', error, description: description ?? '' };
  if (code === undefined || code === '') return { kind: 'untrusted', code: 'code' };
  return { kind: 'code', code, redirectUri };
}
