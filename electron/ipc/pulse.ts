import type { AccountId } from '../../shared/model/ids.ts';
import type { Progress } from '../sync/progress.ts';

interface Share {
  readonly done: number;
  readonly of: number;
}

/** How far the running cycle is. Reading and writing are half of it each. */
export interface Pulse {
  readonly step: 'reading' | 'writing';
  readonly shares: ReadonlyMap<AccountId, Share>;
}

/** The pulse after one more thing that the engine told; null while no cycle runs. */
export function nextPulse(pulse: Pulse | null, event: Progress): Pulse | null {
  switch (event.kind) {
    case 'cycleStarted':
      return { step: 'reading', shares: new Map() };
    case 'pulled':
      return pulse?.step === 'reading' ? withShare(pulse, event) : pulse;
    case 'planned':
      return pulse === null ? null : { step: 'writing', shares: new Map() };
    case 'pushed':
      return pulse?.step === 'writing' ? withShare(pulse, event) : pulse;
    case 'cycleEnded':
      return null;
  }
}

function withShare(pulse: Pulse, event: Share & { readonly account: AccountId }): Pulse {
  const share = { done: event.done, of: event.of };
  return { ...pulse, shares: new Map([...pulse.shares, [event.account, share]]) };
}

/** All accounts together. */
export function totalOf({ shares }: Pulse): Share {
  const all = [...shares.values()];
  return {
    done: all.reduce((sum, { done }) => sum + done, 0),
    of: all.reduce((sum, { of }) => sum + of, 0),
  };
}

/** From 0 to 1. */
export function progressOf(pulse: Pulse): number {
  const { done, of } = totalOf(pulse);
  const part = of === 0 ? 0 : Math.min(1, done / of) / 2;
  return pulse.step === 'reading' ? part : 0.5 + part;
}
