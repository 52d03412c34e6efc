import { noteOf, policyNames, type PolicyName } from './policies.ts';
import type { ManagedPolicy } from './resolve.ts';

type Decided = Pick<ManagedPolicy, 'mandatory' | 'recommended'>;

/** Policies that are read at the start only, and say something else now than when this program was started. */
export function atNextStart(atStart: Decided, now: Decided): readonly PolicyName[] {
  return policyNames.filter(
    (name) => noteOf(name).atStart === true && textOf(atStart, name) !== textOf(now, name),
  );
}

function textOf({ mandatory, recommended }: Decided, name: PolicyName): string | undefined {
  return JSON.stringify(mandatory[name] ?? recommended[name]);
}
