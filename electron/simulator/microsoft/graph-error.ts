import type { CloudResponse } from '../cloud.ts';

/** An answer that is an error in Graph's form; thrown inside the facade, answered at its door. */
export class GraphFault extends Error {
  override readonly name = 'GraphFault';
  readonly response: CloudResponse;

  constructor(
    status: number,
    code: string,
    more: { readonly headers?: Record<string, string>; readonly error?: object } = {},
  ) {
    super(code);
    this.response = json(
      status,
      { error: { code, message: `${code}.`, ...more.error } },
      more.headers,
    );
  }
}

export function json(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): CloudResponse {
  return {
    status,
    headers: {
      'content-type': 'application/json; odata.metadata=minimal',
      'request-id': 'simulated',
      ...headers,
    },
    body: JSON.stringify(body),
  };
}

export const notFound = (): GraphFault => new GraphFault(404, 'ErrorItemNotFound');
export const badRequest = (code = 'BadRequest'): GraphFault => new GraphFault(400, code);
