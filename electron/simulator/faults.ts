/**
 * The gate before both simulated clouds: adds latency, asks which fault strikes, carries out every fault that needs no
 * knowledge of a provider, and tells of the call. Faults of content (an empty read, an expired cursor, …) are handed on.
 */
import {
  ConnectionDropped,
  type CloudCall,
  type CloudOptions,
  type CloudResponse,
  type Fault,
} from './cloud.ts';
import { damaged } from './damaged.ts';

/** The body of an error in the provider's own dialect. */
export type ErrorBody = (status: number, code: string) => string;

/** Told to `onCall` where the client gets no answer and nothing was carried out. */
export const NO_ANSWER: CloudResponse = { status: 0, headers: {}, body: '' };

/**
 * Answers one call. `carryOut` gets the faults that only a facade can act on: `emptyRead`, `stale`, `expireCursor`,
 * `partialBatch`, `repeatPage`, `shuffle`, `loopPage`, `otherAccount`; null otherwise. Throws `ConnectionDropped` for both kinds of drop; a hang
 * never settles. `onCall` hears the true answer of a call whose connection broke afterwards, and `NO_ANSWER` of one that
 * never got that far.
 */
export async function faultGate(
  options: CloudOptions,
  call: CloudCall,
  carryOut: (fault: Fault | null) => Promise<CloudResponse>,
  errorBody: ErrorBody = plainErrorBody,
): Promise<CloudResponse> {
  const fault = options.fault(call);
  const latency = options.latencyMs();
  if (latency > 0) await options.sleep(latency);
  const answer = (undated: CloudResponse): CloudResponse => {
    // By its date a client learns how far its own clock is off.
    const date = new Date(options.world.now()).toUTCString();
    const response = { ...undated, headers: { date, ...undated.headers } };
    options.onCall(call, response);
    return response;
  };
  switch (fault?.kind) {
    case 'status':
      return answer(refusal(fault, errorBody));
    case 'captivePortal':
      return answer(captivePortal);
    case 'dropBefore':
      answer(NO_ANSWER);
      throw new ConnectionDropped('Dropped before anything happened');
    case 'hang':
      answer(NO_ANSWER);
      return new Promise<never>(() => undefined);
    case 'dropAfter':
      answer(await carryOut(null));
      throw new ConnectionDropped('Dropped after the request was carried out');
    case 'hangAfter':
      answer(await carryOut(null));
      return new Promise<never>(() => undefined);
    case 'damage':
      return answer(damaged(await carryOut(null), fault.how));
    case 'truncate':
      return answer(cutShort(await carryOut(null)));
    default:
      return answer(await carryOut(fault));
  }
}

const captivePortal: CloudResponse = {
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: '<!doctype html><html><head><title>Welcome aboard</title></head><body><form action="/accept"><button>Accept the terms to go online</button></form></body></html>',
};

function refusal(fault: Extract<Fault, { kind: 'status' }>, errorBody: ErrorBody): CloudResponse {
  return {
    status: fault.status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...fault.headers },
    body: fault.body ?? errorBody(fault.status, fault.code ?? 'simulatedFault'),
  };
}

function cutShort(response: CloudResponse): CloudResponse {
  const headers = Object.fromEntries(
    Object.entries(response.headers).filter(([name]) => name.toLowerCase() !== 'content-length'),
  );
  const body = response.body.slice(0, Math.floor(response.body.length / 2));
  return { status: response.status, headers, body };
}

function plainErrorBody(status: number, code: string): string {
  return JSON.stringify({ error: { code, message: `Simulated fault ${status}` } });
}
