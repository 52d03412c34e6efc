import { usualBrake, type BrakeThreshold } from '../plan/brakes.ts';
import type { PolicyValues } from './policies.ts';

export function brakeOf(values: PolicyValues): BrakeThreshold {
  return values.BrakeThreshold ?? usualBrake;
}

/** The days ahead for which blocks are written: the person's, as far as policy lets them go. */
export function daysAhead(
  {
    mandatory,
    recommended,
  }: { readonly mandatory: PolicyValues; readonly recommended: PolicyValues },
  kept: number,
  chosen: boolean,
): number {
  const wish = chosen ? kept : (recommended.MaxLookaheadDays ?? kept);
  return Math.min(wish, mandatory.MaxLookaheadDays ?? wish);
}
