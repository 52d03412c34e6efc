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

/** More of them, and answers that are no answers. */
const oddities: readonly Fault[] = [
  {
    kind: 'status',
    status: 401,
    code: 'InvalidAuthenticationToken',
    headers: {
      'www-authenticate':
        'Bearer realm="", error="insufficient_claims", claims="eyJhY2Nlc3NfdG9rZW4iOnt9fQ=="',
    },
  },
  { kind: 'status', status: 200, code: 'nothing', body: '' },
  { kind: 'status', status: 200, code: 'nothing', body: '{}' },
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
    case 'refusal':
      return sometimes(pick(random, refusals) ?? { kind: 'status', status: 500 }, random);
  }
}

/** Rarer weather: answers that are none, lagging or damaged reads, a lockout, a wait by the clouds' clock. */
export function fogOf(seed: number, now: () => number): FaultSource {
  const random = seededRandom(seed);
  const kind =
    pick(random, ['oddity', 'oddity', 'fog', 'fog', 'fog', 'lockout', 'wait'] as const) ?? 'fog';
  switch (kind) {
    case 'oddity':
      return sometimes(pick(random, oddities) ?? { kind: 'status', status: 500 }, random);
    case 'fog': {
      const one = pick(random, ['stale', 'stale', 'damage', 'loopPage', 'hangAfter'] as const);
      return randomFaults(random, { [one ?? 'stale']: 0.3, status: 0.02 });
    }
    case 'lockout':
      // Google's answer to too many new events in a short time: no writes, for hours.
      return ({ operation, request }) =>
        ['create', 'update'].includes(operation) && !request.url.includes('graph.')
          ? { kind: 'status', status: 403, code: 'quotaExceeded', body: lockoutBody }
          : null;
    case 'wait':
      return () =>
        random() < 0.2
          ? {
              kind: 'status',
              status: 429,
              code: 'tooManyRequests',
              headers: { 'retry-after': new Date(now() + random() * 90_000).toUTCString() },
            }
          : null;
  }
}

/** Blocks that are there are not found, by those who would change or remove them (F9). */
export function notFoundOf(seed: number): FaultSource {
  const random = seededRandom(seed);
  return ({ operation }) => {
    if (operation === 'batch') return { kind: 'partialBatch', share: 0.5, status: 404 };
    const strikes = (operation === 'update' || operation === 'delete') && random() < 0.5;
    return strikes ? { kind: 'status', status: 404, code: 'notFound' } : null;
  };
}

/** Blocks are made, or not made, and nobody hears which (F4). */
export function unheardOf(seed: number): FaultSource {
  const random = seededRandom(seed);
  return ({ operation }) => {
    if (operation !== 'batch' && operation !== 'create') return null;
    return { kind: random() < 0.5 ? 'dropBefore' : 'dropAfter' };
  };
}

/**
 * Something in between keeps answers by their URL: the list of calendars has the same for every account of a cloud (F22).
 * Other URLs name a calendar, and no two accounts share them.
 */
export function mixedUpOf(seed: number, severalOf: (cloudUrl: string) => boolean): FaultSource {
  const random = seededRandom(seed);
  return ({ operation, request }) =>
    operation === 'calendars' && severalOf(request.url) && random() < 0.5
      ? { kind: 'otherAccount' }
      : null;
}

const lockoutBody = JSON.stringify({
  error: {
    code: 403,
    message: 'Calendar usage limits exceeded.',
    errors: [{ domain: 'usageLimits', reason: 'quotaExceeded', message: 'Exceeded.' }],
  },
});

function sometimes(fault: Fault, random: () => number): FaultSource {
  // Where reads go well, more writes are tried and refused.
  const spared = pick(random, [['calendars'], ['calendars', 'delta', 'list']]) ?? [];
  return (call: CloudCall) => (!spared.includes(call.operation) && random() < 0.3 ? fault : null);
}
