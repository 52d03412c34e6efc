/** Counts which fault struck how often on which cloud, so that a test can prove that it met what it meant to survive. */
import type { Fault, SimulatedCloud } from './cloud.ts';
import type { FaultSource } from './fault-sources.ts';

type Cloud = SimulatedCloud['kind'];

export class FaultTally {
  readonly #counts = new Map<string, number>();

  /** The same source, counted on the given cloud. */
  counting(cloud: Cloud, source: FaultSource): FaultSource {
    return (call) => {
      const fault = source(call);
      if (fault !== null) this.#add(`${cloud}.${fault.kind}`);
      return fault;
    };
  }

  count(cloud: Cloud, kind: Fault['kind']): number {
    return this.#counts.get(`${cloud}.${kind}`) ?? 0;
  }

  /** Of all faults, by `cloud.kind`, for reports. */
  counts(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#counts);
  }

  #add(name: string): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }
}
