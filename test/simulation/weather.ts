import type { CloudCall, Fault } from '../../electron/simulator/cloud.ts';
import { noFaults, type FaultSource } from '../../electron/simulator/fault-sources.ts';
import { randomFaults, type FaultTable } from '../../electron/simulator/random-faults.ts';
import { pick, seededRandom } from '../../electron/simulator/sample/chance.ts';

/** How often each fault strikes in foul weather, per call. */
const rough: FaultTable = {
  status: 0.04,
  dropBefore: 0.02,
  dropAfter: 0.03,
  hang: 0.004,
  captivePortal: 0.015,
  truncate: 0.015,
  emptyRead: 0.01,
  expireCursor: 0.02,
  partialBatch: 0.06,
  repeatPage: 0.02,
  shuffle: 0.05,
};

/** Refusals that random faults do not know: they say who may do what, not how the server is. */
const refusals: readonly Fault[] = [
  { kind: 'status', status: 401, code: 'InvalidAuthenticationToken' },
  { kind: 'status', status: 403, code: 'ErrorAccessDenied' },
  { kind: 'status', status: 403, code: 'rateLimitExceeded' },
  { kind: 'status', status: 403, code: 'quotaExceeded' },
  { kind: 'status', status: 404, code: 'notFound' },
  { kind: 'status', status: 410, code: 'syncStateNotFound' },
  { kind: 'status', status: 412, code: 'conditionNotMet' },
  { kind: 'status', status: 409, code: 'ErrorInternalServerTransientError' },
];

/** The weather over the clouds: calm, rough, or one kind of trouble for a while. */
export function weatherOf(seed: number): FaultSource {
  const random = seededRandom(seed);
  const kind =
    pick(random, ['calm', 'calm', 'rough', 'storm', 'refusal', 'refusal'] as const) ?? 'calm';
  switch (kind) {
    case 'calm':
      return noFaults;
    case 'rough':
      return randomFaults(random, rough);
    case 'storm': {
      const one = pick(random, Object.keys(rough) as Fault['kind'][]) ?? 'status';
      return randomFaults(random, { [one]: 0.4 });
    }
    case 'refusal': {
      const fault = pick(random, refusals) ?? { kind: 'status', status: 500 };
      // Where reads go well, more writes are tried and refused.
      const spared = pick(random, [['calendars'], ['calendars', 'delta', 'list']]) ?? [];
      return (call: CloudCall) =>
        !spared.includes(call.operation) && random() < 0.3 ? fault : null;
    }
  }
}

/** The name under which a fault is counted. */
export function faultName(fault: Fault): string {
  return fault.kind === 'status' ? `status ${fault.status}` : fault.kind;
}

export const faultNames = [
  ...Object.keys(rough).filter((kind) => kind !== 'status'),
  ...['429', '500', '502', '503', '504'].map((status) => `status ${status}`),
  ...new Set(refusals.map(faultName)),
];
