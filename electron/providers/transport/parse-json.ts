import { ok, type Result } from '../../ports/outcome.ts';
import type { TransportResponse } from './types.ts';

/**
 * Reads an answer as JSON. A captive portal's page, an empty 200 or a cut-off text is a failed read and never data
 * (security.md F22).
 */
export function parseJson({ headers, body }: TransportResponse): Result<unknown> {
  // Where nobody says what it is, the text tells.
  const type = headers['content-type'];
  if (type !== undefined && !/\bjson\b/i.test(type)) return { kind: 'malformed', code: 'not-json' };
  try {
    return ok(JSON.parse(body) as unknown);
  } catch {
    return { kind: 'malformed', code: type === undefined ? 'not-json' : 'cut-off' };
  }
}
