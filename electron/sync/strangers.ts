import { keyOfOperation, type Operation } from '../../shared/plan/operation.ts';

type Removal = Extract<Operation, { kind: 'delete' }>;

export interface Judged {
  readonly pass: readonly Operation[];
  /** Planned, and to be looked at again. */
  readonly waiting: readonly Removal[];
}

/**
 * Blocks of our vault that nothing here asks for, and that this device did not write. Another device of the vault may
 * know of a calendar, or of an event, that this one has not heard of yet: such a block goes only if nothing asks for it
 * after all lists and all sources were read once more (SPEC P20, security.md F15).
 * Kept in memory only: after a restart, one look more.
 */
export class Strangers {
  #met: ReadonlyMap<string, 'waiting' | 'confirmed'> = new Map();

  get waiting(): boolean {
    return [...this.#met.values()].includes('waiting');
  }

  /** `readAnew`: since the last plan every account was listed and every source was read. */
  judge(operations: readonly Operation[], readAnew: boolean): Judged {
    const met = new Map<string, 'waiting' | 'confirmed'>();
    const waiting: Removal[] = [];
    const pass = operations.filter((operation) => {
      if (operation.kind !== 'delete' || operation.record.slot !== null) return true;
      const name = `${operation.target} ${keyOfOperation(operation)}`;
      const before = this.#met.get(name);
      const confirmed = before === 'confirmed' || (before === 'waiting' && readAnew);
      met.set(name, confirmed ? 'confirmed' : 'waiting');
      if (!confirmed) waiting.push(operation);
      return confirmed;
    });
    this.#met = met;
    return { pass, waiting };
  }
}
