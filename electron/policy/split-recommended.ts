import { z } from 'zod';
import type { PolicyReading } from '../../shared/policy/reading.ts';

const dictionary = z.record(z.string(), z.unknown());

/** Splits a source that holds both levels, the recommended one under a name of its own, into two readings. */
export function splitRecommended(reading: PolicyReading): readonly PolicyReading[] {
  if (reading.content.kind !== 'values' || !('Recommended' in reading.content.values))
    return [reading];
  const { Recommended, ...values } = reading.content.values;
  const parsed = dictionary.safeParse(Recommended);
  return [
    { ...reading, content: { kind: 'values', values } },
    {
      ...reading,
      level: 'recommended',
      origin: `${reading.origin} (Recommended)`,
      content: parsed.success
        ? { kind: 'values', values: parsed.data }
        : { kind: 'unreadable', reason: 'it is no dictionary' },
    },
  ];
}
