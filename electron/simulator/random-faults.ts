/** Faults by chance, each only where it can do harm. The same random gives the same faults for the same calls. */
import type { CloudCall, Damage, Fault } from './cloud.ts';
import type { FaultSource } from './fault-sources.ts';

/** Probability per call, 0 to 1, of each kind of fault. Kinds left out never strike. */
export type FaultTable = Readonly<Partial<Record<Fault['kind'], number>>>;

type Operation = CloudCall['operation'];

const reads: readonly Operation[] = ['delta', 'list'];
const writes: readonly Operation[] = ['batch', 'create', 'update', 'delete'];
const every: readonly Operation[] = ['calendars', 'get', 'token', 'other', ...reads, ...writes];

/** Where each kind can strike. The order is the order in which the dice is read. */
const strikes: readonly (readonly [Fault['kind'], readonly Operation[]])[] = [
  ['status', every],
  ['dropBefore', every],
  ['hang', every],
  ['captivePortal', every],
  ['truncate', every],
  ['dropAfter', writes],
  ['hangAfter', writes],
  ['emptyRead', reads],
  ['stale', reads],
  ['expireCursor', reads],
  ['partialBatch', ['batch']],
  ['repeatPage', reads],
  ['shuffle', reads],
  ['loopPage', reads],
  ['damage', reads],
];

const damages: readonly Damage[] = ['noEnd', 'endsBefore', 'unknownZone', 'wrongType'];

/** The answers of an overloaded or failing server that a client may meet at any time. */
const overload: readonly Fault[] = [
  { kind: 'status', status: 429, code: 'tooManyRequests', headers: { 'retry-after': '2' } },
  { kind: 'status', status: 429, code: 'tooManyRequests' },
  { kind: 'status', status: 500, code: 'internalError' },
  { kind: 'status', status: 502, code: 'badGateway', body: '<html>502</html>' },
  { kind: 'status', status: 503, code: 'serviceUnavailable', headers: { 'retry-after': '1' } },
  { kind: 'status', status: 504, code: 'gatewayTimeout' },
];

/** Strikes by chance; `random` is uniform in [0, 1) and drawn once or twice per call. */
export function randomFaults(random: () => number, table: FaultTable): FaultSource {
  return (call) => {
    let dice = random();
    for (const [kind, operations] of strikes) {
      if (!operations.includes(call.operation)) continue;
      const chance = table[kind] ?? 0;
      if (dice < chance) return faultOf(kind, random);
      dice -= chance;
    }
    return null;
  };
}

function faultOf(kind: Fault['kind'], random: () => number): Fault {
  switch (kind) {
    case 'status':
      return overload[Math.floor(random() * overload.length)] ?? { kind, status: 500 };
    case 'stale':
      return { kind, ms: Math.round(1_000 + random() * 239_000) };
    case 'damage':
      return { kind, how: damages[Math.floor(random() * damages.length)] ?? 'noEnd' };
    case 'partialBatch':
      return { kind, share: 0.2 + 0.6 * random(), status: 429, headers: { 'retry-after': '1' } };
    default:
      return { kind };
  }
}
