/** MSAL's way to the network: the Fetch port, with our limits, and with failures that MSAL passes on untouched. */
import {
  AuthError,
  type INetworkModule,
  type NetworkRequestOptions,
  type NetworkResponse,
} from '@azure/msal-node';
import type { Clock } from '../../ports/clock.ts';
import type { Fetch } from '../../ports/fetch.ts';
import { exchangeJson, type ExchangeFailure } from '../json-exchange.ts';

/** MSAL rethrows its own errors as they are and replaces all others by `network_error` (msal-common, Token.mjs). */
export class NetworkFailure extends AuthError {
  readonly failure: ExchangeFailure;

  constructor(failure: ExchangeFailure) {
    super('umbra_network', '', failure.kind);
    // MSAL's constructor makes it a plain AuthError.
    Object.setPrototypeOf(this, NetworkFailure.prototype);
    this.failure = failure;
  }
}

export function msalNetwork(
  deps: { readonly fetch: Fetch; readonly clock: Clock },
  signal: AbortSignal,
): INetworkModule {
  const ask = async (
    method: 'GET' | 'POST',
    url: string,
    options?: NetworkRequestOptions,
  ): Promise<NetworkResponse<unknown>> => {
    const question = {
      url,
      method,
      headers: options?.headers ?? {},
      body: method === 'POST' ? (options?.body ?? '') : null,
    };
    const answer = await exchangeJson(deps, question, signal);
    if (answer.kind !== 'answer') throw new NetworkFailure(answer);
    return { headers: { ...answer.headers }, body: answer.json, status: answer.status };
  };
  return {
    // MSAL reads the body by its own rules: the type is its promise, not ours.
    sendGetRequestAsync: async <T>(url: string, options?: NetworkRequestOptions) =>
      (await ask('GET', url, options)) as NetworkResponse<T>,
    sendPostRequestAsync: async <T>(url: string, options?: NetworkRequestOptions) =>
      (await ask('POST', url, options)) as NetworkResponse<T>,
  };
}
