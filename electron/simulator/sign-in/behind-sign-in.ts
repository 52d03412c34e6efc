import type { CloudRequest, CloudResponse, SimulatedCloud } from '../cloud.ts';
import type { World } from '../world/types.ts';
import type { SignInBook } from './book.ts';
import { json } from './types.ts';

/** A calendar cloud that takes the sign-in service's tokens: expired, revoked and challenged ones get a 401. */
export function behindSignIn(
  cloud: SimulatedCloud,
  book: SignInBook,
  world: World,
): SimulatedCloud {
  return {
    kind: cloud.kind,
    handle: (request) => {
      const known = book.bearer(
        /^Bearer (.+)$/.exec(request.headers['authorization'] ?? '')?.[1] ?? '',
      );
      const token = known === null ? undefined : world.account(known.email)?.token;
      if (known === null || token === undefined) return Promise.resolve(refused('invalid_token'));
      if (known.missingClaims !== null)
        return Promise.resolve(refused('insufficient_claims', known.missingClaims));
      return cloud.handle(withToken(request, token));
    },
  };
}

function withToken(request: CloudRequest, token: string): CloudRequest {
  return { ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } };
}

/** Microsoft identity platform docs, "Claims challenges": the claims travel in base64. */
function refused(error: string, claims?: string): CloudResponse {
  const encoded =
    claims === undefined ? '' : `, claims="${Buffer.from(claims).toString('base64')}"`;
  const answer = json(401, {
    error: { code: 'InvalidAuthenticationToken', errors: [{ reason: 'authError' }] },
  });
  return {
    ...answer,
    headers: {
      ...answer.headers,
      'www-authenticate': `Bearer realm="", error="${error}"${encoded}`,
    },
  };
}
