import type { CloudResponse } from '../cloud.ts';
import type { World } from '../world/types.ts';

/** What a client asks of a person. */
export interface Ask {
  readonly email: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
}

/** What the person, or the organisation, says to it. */
export type Decision =
  | { readonly kind: 'granted'; readonly scopes: readonly string[] }
  | { readonly kind: 'declined' }
  | { readonly kind: 'needsAdmin' };

export interface SignInOptions {
  readonly world: World;
  /** A text that nobody can guess, new each time. */
  readonly newSecret: () => string;
  readonly accessLifetimeS: number;
  readonly decide: (ask: Ask) => Decision;
}

/** What everybody answers who has nothing against it. */
export function grantAll({ scopes }: Ask): Decision {
  return { kind: 'granted', scopes };
}

export function json(status: number, body: unknown): CloudResponse {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    body: JSON.stringify(body),
  };
}

export function redirect(to: string, parameters: Readonly<Record<string, string>>): CloudResponse {
  const url = new URL(to);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return { status: 302, headers: { location: url.href }, body: '' };
}
