/** The page in the browser: who are you, and do you allow it? The same at both providers but for their manners. */
import type { CloudRequest, CloudResponse } from '../cloud.ts';
import type { WorldAccount } from '../world/types.ts';
import type { SignInBook } from './book.ts';
import { redirect, type Ask, type SignInOptions } from './types.ts';

export interface Manners {
  readonly cloud: WorldAccount['cloud'];
  readonly allowsRedirect: (uri: URL) => boolean;
  /** Parameters of the refusal that travels back to the client. */
  readonly declined: Readonly<Record<string, string>>;
  /** Google tells only the person, on its own page: null. */
  readonly needsAdmin: Readonly<Record<string, string>> | null;
  /** RFC 9207. */
  readonly issuer: string | null;
}

export function authorizePage(
  options: SignInOptions,
  book: SignInBook,
  manners: Manners,
  request: CloudRequest,
): CloudResponse {
  const url = new URL(request.url);
  const asked = url.searchParams;
  const target = asked.get('redirect_uri') ?? '';
  // A wrong redirect or a missing challenge is told to the person, never to the address in question.
  if (!URL.canParse(target) || !manners.allowsRedirect(new URL(target)))
    return page(400, 'The redirect URI is not registered.');
  const challenge = asked.get('code_challenge') ?? '';
  if (challenge.length !== 43 || asked.get('code_challenge_method') !== 'S256')
    return page(400, 'PKCE is required.');
  const people = options.world.accounts().filter(({ cloud }) => cloud === manners.cloud);
  const mayHint = !(asked.get('prompt') ?? '').includes('select_account');
  const wanted = asked.get('choose') ?? (mayHint ? asked.get('login_hint') : null);
  const person = people.find(({ email }) => email === wanted);
  if (person === undefined) return chooser(url, people);
  const scopes = (asked.get('scope') ?? '').split(' ').filter((scope) => scope !== '');
  const ask: Ask = { email: person.email, clientId: asked.get('client_id') ?? '', scopes };
  const state = { state: asked.get('state') ?? '' };
  const decision = options.decide(ask);
  if (decision.kind === 'declined') return redirect(target, { ...manners.declined, ...state });
  if (decision.kind === 'needsAdmin')
    return manners.needsAdmin === null
      ? page(400, 'Access blocked: admin_policy_enforced')
      : redirect(target, { ...manners.needsAdmin, ...state });
  const nonce = asked.get('nonce');
  const code = book.code({
    ...ask,
    scopes: decision.scopes,
    redirectUri: target,
    challenge,
    nonce,
  });
  const issuer = manners.issuer === null ? {} : { iss: manners.issuer };
  return redirect(target, { code, ...state, ...issuer });
}

function chooser(url: URL, people: readonly WorldAccount[]): CloudResponse {
  const links = people.map(({ email, name }) => {
    const own = new URL(url);
    own.searchParams.set('choose', email);
    return `<li><a href="${escaped(`${own.pathname}${own.search}`)}">${escaped(name)} (${escaped(email)})</a></li>`;
  });
  return page(200, `Choose an account</p><ul>${links.join('')}</ul><p>`);
}

function page(status: number, html: string): CloudResponse {
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
    body: `<!doctype html><meta charset="utf-8"><title>Simulated sign-in</title><h1>Simulated sign-in</h1><p>${html}</p>`,
  };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
