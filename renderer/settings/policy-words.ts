import type { PolicyEntryView } from '../../shared/ipc/policy.ts';

export const policyStatuses: Readonly<Record<PolicyEntryView['status'], string>> = {
  applied: 'Applied',
  overridden: 'Overridden',
  invalid: 'Invalid',
  unknown: 'Unknown',
};

export const policyLevels: Readonly<
  Record<PolicyEntryView['level'], Readonly<Record<PolicyEntryView['scope'], string>>>
> = {
  mandatory: { machine: 'Mandatory, computer', user: 'Mandatory, user' },
  recommended: { machine: 'Recommended, computer', user: 'Recommended, user' },
};

/** Stands beside whatever is not the person's to decide. */
export const managedHint = 'Managed by your organisation.';

/** A hint, and who decides where it is not the person. */
export function hintUnderPolicy(hint: string, locked: boolean): string {
  return locked ? `${managedHint} ${hint}` : hint;
}
