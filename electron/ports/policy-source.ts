import type { PolicyReading } from '../../shared/policy/reading.ts';

/** Where administrators leave policies on this platform. */
export interface PolicySource {
  /** Everything that is there now. Never rejects: what can't be read is a reading too. */
  read(): Promise<readonly PolicyReading[]>;
}

/** Where nobody manages anything: simulated worlds and tests. */
export const unmanaged: PolicySource = { read: () => Promise.resolve([]) };
