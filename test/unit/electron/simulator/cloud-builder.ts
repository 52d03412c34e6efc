import type {
  CloudCall,
  CloudOptions,
  CloudRequest,
  CloudResponse,
  Fault,
  SimulatedCloud,
} from '../../../../electron/simulator/cloud.ts';
import { faultGate } from '../../../../electron/simulator/faults.ts';
import { testWorld } from './world/world-builder.ts';

export const okBody = '{"value":[1,2,3]}';

export interface TestCloud {
  readonly cloud: SimulatedCloud;
  /** Requests that were really carried out, with the fault that the facade was handed. */
  readonly carriedOut: (Fault | null)[];
  readonly heard: { readonly call: CloudCall; readonly response: CloudResponse }[];
  readonly slept: number[];
}

/** A cloud that answers everything with the same JSON behind the fault gate. */
export function testCloud(
  fault: CloudOptions['fault'] = () => null,
  more: Partial<CloudOptions> = {},
): TestCloud {
  const parts: Omit<TestCloud, 'cloud'> = { carriedOut: [], heard: [], slept: [] };
  const options: CloudOptions = {
    world: testWorld().world,
    random: () => 0,
    sleep: (ms) => {
      parts.slept.push(ms);
      return Promise.resolve();
    },
    latencyMs: () => 0,
    fault,
    onCall: (call, response) => parts.heard.push({ call, response }),
    limits: false,
    ...more,
  };
  const carryOut = (handed: Fault | null): Promise<CloudResponse> => {
    parts.carriedOut.push(handed);
    return Promise.resolve({
      status: 200,
      headers: { 'content-type': 'application/json', 'content-length': String(okBody.length) },
      body: okBody,
    });
  };
  const cloud: SimulatedCloud = {
    kind: 'microsoft',
    handle: (request) => faultGate(options, callOf({ request }), carryOut),
  };
  return { cloud, ...parts };
}

export function callOf(patch: Partial<CloudCall> = {}): CloudCall {
  const request: CloudRequest = {
    method: 'GET',
    url: 'https://graph.example/v1.0/me',
    headers: {},
    body: null,
  };
  return { request, accountEmail: null, calendarId: null, operation: 'list', ...patch };
}
