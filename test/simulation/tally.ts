import { faultRows, type FaultRow } from './fault-table.ts';
import type { LifeEnd } from './run-life.ts';

interface Counted extends FaultRow {
  /** How often it struck. */
  readonly reached: number;
  /** Lives that it struck and that came to rest all the same. */
  readonly recovered: number;
}

/** How often each fault struck, and in how many lives that met it everything came to rest again. */
export class FaultCount {
  readonly #struck = new Map<string, number>();
  readonly #recovered = new Map<string, number>();

  add({ struck, failure }: Pick<LifeEnd, 'struck' | 'failure'>): void {
    for (const [name, times] of struck) {
      this.#struck.set(name, (this.#struck.get(name) ?? 0) + times);
      if (failure === null) this.#recovered.set(name, (this.#recovered.get(name) ?? 0) + 1);
    }
  }

  rows(): readonly Counted[] {
    return faultRows.map((row) => {
      const name = `${row.cloud} ${row.form}`;
      return {
        ...row,
        reached: this.#struck.get(name) ?? 0,
        recovered: this.#recovered.get(name) ?? 0,
      };
    });
  }

  /** Faults that never struck, or never in a life that recovered: a run that proves nothing about them. */
  unproven(): readonly string[] {
    return this.rows()
      .filter(({ reached, recovered }) => reached === 0 || recovered === 0)
      .map(({ id, form, cloud }) => `${id} ${form} (${cloud})`);
  }

  /** Faults that lives met and the table does not know: its names have gone astray. */
  unknown(): readonly string[] {
    const known = new Set(faultRows.map(({ cloud, form }) => `${cloud} ${form}`));
    return [...this.#struck.keys()].filter((name) => !known.has(name));
  }
}
