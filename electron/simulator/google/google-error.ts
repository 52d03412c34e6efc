import type { CloudResponse } from '../cloud.ts';

/** An answer that is an error in Google's form; thrown inside the facade, answered at its door. */
export class GoogleFault extends Error {
  override readonly name = 'GoogleFault';
  readonly response: CloudResponse;

  constructor(status: number, reason: string, headers: Record<string, string> = {}) {
    super(reason);
    this.response = json(status, JSON.parse(errorJson(status, reason)) as object, headers);
  }
}

export function errorJson(status: number, reason: string): string {
  return JSON.stringify({
    error: {
      code: status,
      message: reason,
      errors: [{ domain: 'calendar', reason, message: reason }],
      status: reason,
    },
  });
}

export function json(
  status: number,
  body: object,
  headers: Record<string, string> = {},
): CloudResponse {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=UTF-8', ...headers },
    body: JSON.stringify(body),
  };
}
