/**
 * All managed policies: the one schema from which values are read, and from which the JSON Schema, the ADMX and ADML
 * files, the configuration profile with its manifest and the documentation page are made.
 */
import { z } from 'zod';
import { accountPolicies } from './account-policies.ts';
import { flowPolicies } from './flow-policies.ts';
import { dataPolicies, systemPolicies } from './machine-policies.ts';
import type { PolicyNote } from './note.ts';
import { syncPolicies } from './sync-policies.ts';

export const policies = {
  ...accountPolicies,
  ...flowPolicies,
  ...syncPolicies,
  ...dataPolicies,
  ...systemPolicies,
} as const;

export const policyDocument = z.strictObject(policies).partial();
export type PolicyName = keyof typeof policies;
/** Values that were found valid; what is absent is not set. */
export type PolicyValues = Readonly<z.infer<typeof policyDocument>>;

export const policyNames = Object.keys(policies) as readonly PolicyName[];

export function isPolicyName(name: string): name is PolicyName {
  return Object.hasOwn(policies, name);
}

export function noteOf(name: PolicyName): PolicyNote {
  return policies[name].meta() as unknown as PolicyNote;
}

/** What no single value shows: policies that need or exclude one another. */
export function contradictions(
  values: PolicyValues,
): readonly { readonly name: PolicyName; readonly reason: string }[] {
  const found: { name: PolicyName; reason: string }[] = [];
  const need = (name: PolicyName, other: PolicyName, met: boolean): void => {
    if (!met) found.push({ name, reason: `needs ${other}` });
  };
  if (values.ForceStartAtLogin === true && values.DisableStartAtLogin === true)
    found.push({ name: 'ForceStartAtLogin', reason: 'contradicts DisableStartAtLogin' });
  need('ProxyMode', 'ProxyPacUrl', values.ProxyMode !== 'pac_script' || 'ProxyPacUrl' in values);
  need('ProxyMode', 'ProxyServer', values.ProxyMode !== 'fixed_servers' || 'ProxyServer' in values);
  need(
    'MicrosoftAuthority',
    'MicrosoftClientId',
    given(values, 'MicrosoftAuthority', 'MicrosoftClientId'),
  );
  need('MicrosoftCloud', 'MicrosoftClientId', given(values, 'MicrosoftCloud', 'MicrosoftClientId'));
  need(
    'GoogleClientSecret',
    'GoogleClientId',
    given(values, 'GoogleClientSecret', 'GoogleClientId'),
  );
  return found;
}

function given(values: PolicyValues, name: PolicyName, needed: PolicyName): boolean {
  return !(name in values) || needed in values;
}
