/** Scripts of faults: which call is struck by which fault. A source answers null for a call that it lets through. */
import type { CloudCall, Fault } from './cloud.ts';

export type FaultSource = (call: CloudCall) => Fault | null;

/** All that is given must fit; an empty match fits every call. */
export interface CallMatch {
  readonly operation?: CloudCall['operation'] | readonly CloudCall['operation'][];
  readonly accountEmail?: string;
  readonly calendarId?: string;
  readonly method?: string;
  readonly url?: RegExp;
}

/** Lets everything through. */
export const noFaults: FaultSource = () => null;

export function matches(match: CallMatch, call: CloudCall): boolean {
  const { operation = call.operation, accountEmail, calendarId, method, url } = match;
  return (
    [operation].flat().includes(call.operation) &&
    (accountEmail === undefined || accountEmail === call.accountEmail) &&
    (calendarId === undefined || calendarId === call.calendarId) &&
    (method === undefined || method === call.request.method) &&
    (url === undefined || url.test(call.request.url))
  );
}

/** Strikes every call that fits. */
export function always(match: CallMatch, fault: Fault): FaultSource {
  return (call) => (matches(match, call) ? fault : null);
}

/** Strikes the first call that fits. */
export function once(match: CallMatch, fault: Fault): FaultSource {
  return between(match, 1, 1, fault);
}

/** Strikes the nth call that fits, counted from 1. */
export function nth(match: CallMatch, n: number, fault: Fault): FaultSource {
  return between(match, n, n, fault);
}

/** Strikes the first `count` calls that fit. */
export function times(match: CallMatch, count: number, fault: Fault): FaultSource {
  return between(match, 1, count, fault);
}

/** The first of the sources that strikes. Sources behind it do not see, and so do not count, the call. */
export function firstOf(...sources: readonly FaultSource[]): FaultSource {
  return (call) => {
    for (const source of sources) {
      const fault = source(call);
      if (fault !== null) return fault;
    }
    return null;
  };
}

/** A source that strikes only while `isOn`; meanwhile it neither sees nor counts calls. */
export function during(isOn: () => boolean, source: FaultSource): FaultSource {
  return (call) => (isOn() ? source(call) : null);
}

function between(match: CallMatch, first: number, last: number, fault: Fault): FaultSource {
  let seen = 0;
  return (call) => {
    if (!matches(match, call)) return null;
    seen += 1;
    return seen >= first && seen <= last ? fault : null;
  };
}
