import type { PolicyReading } from '../../shared/policy/reading.ts';

/** What an administrator left, mandatory for the machine unless said otherwise. */
export function left(
  values: Readonly<Record<string, unknown>>,
  more: Partial<Omit<PolicyReading, 'content'>> = {},
): PolicyReading {
  return {
    level: 'mandatory',
    scope: 'machine',
    origin: '/etc/umbra/policies/managed/test.json',
    content: { kind: 'values', values },
    ...more,
  };
}
