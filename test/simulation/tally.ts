import type { LifeEnd } from './run-life.ts';
import { faultNames } from './weather.ts';

/** Faults that only one provider has. */
const onlyOn: Readonly<Record<string, 'microsoft' | 'google'>> = { partialBatch: 'microsoft' };

/** How often each fault struck, and in how many lives that met it everything came to rest again. */
export class FaultCount {
  readonly #struck = new Map<string, number>();
  readonly #recovered = new Map<string, number>();

  add({ struck, failure }: LifeEnd): void {
    for (const [name, times] of struck) {
      this.#struck.set(name, (this.#struck.get(name) ?? 0) + times);
      if (failure === null) this.#recovered.set(name, (this.#recovered.get(name) ?? 0) + 1);
    }
  }

  /** Rows of cloud, fault, times reached, lives that recovered. */
  rows(): readonly (readonly [string, string, number, number])[] {
    return (['microsoft', 'google'] as const).flatMap((cloud) =>
      faultNames
        .filter((name) => (onlyOn[name] ?? cloud) === cloud)
        .map((name) => {
          const key = `${cloud} ${name}`;
          return [cloud, name, this.#struck.get(key) ?? 0, this.#recovered.get(key) ?? 0] as const;
        }),
    );
  }

  /** Faults that never struck, or never in a life that recovered: a run that proves nothing about them. */
  unproven(): readonly string[] {
    return this.rows()
      .filter(([, , reached, recovered]) => reached === 0 || recovered === 0)
      .map(([cloud, name]) => `${cloud} ${name}`);
  }
}
