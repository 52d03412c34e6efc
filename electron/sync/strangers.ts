import type { AccountId, CalendarId } from '../../shared/model/ids.ts';
import { keyOfOperation, type Operation } from '../../shared/plan/operation.ts';

type Removal = Extract<Operation, { kind: 'delete' }>;

/** Accounts by their lists, sources by their events. */
export type Voices = ReadonlySet<AccountId | CalendarId>;

export interface Judged {
  readonly pass: readonly Operation[];
  /** Planned, and to be looked at again. */
  readonly waiting: readonly Removal[];
  /** Whether one of those was met for the first time: all that could ask for it is to be heard once more. */
  readonly news: boolean;
}

/**
 * Blocks of our vault that nothing here asks for, and that this device did not write. Another device of the vault may
 * know of a calendar, or of an event, that this one has not heard of yet: such a block goes only if nothing asks for it
 * after all lists and all sources were read once more (SPEC P20, security.md F15).
 * Kept in memory only: after a restart, one look more.
 */
export class Strangers {
  #met: ReadonlyMap<string, 'waiting' | 'confirmed'> = new Map();
  /** Who was heard since a stranger was last met for the first time. */
  #heard = new Set<AccountId | CalendarId>();

  get waiting(): boolean {
    return [...this.#met.values()].includes('waiting');
  }

  /** `all` who could ask for a block, and those of them who were `heard` since the last plan. */
  judge(operations: readonly Operation[], all: Voices, heard: Voices): Judged {
    this.#heard = new Set([...this.#heard, ...heard]);
    const everybody = [...all].every((voice) => this.#heard.has(voice));
    const met = new Map<string, 'waiting' | 'confirmed'>();
    const waiting: Removal[] = [];
    const pass = operations.filter((operation) => {
      // Without a slot of its own it may be known all the same, by another listing of its calendar.
      if (operation.kind !== 'delete' || operation.cause !== 'sourceGone') return true;
      if (operation.record.slot !== null) return true;
      const name = nameOf(operation);
      const before = this.#met.get(name);
      const confirmed = before === 'confirmed' || (before === 'waiting' && everybody);
      met.set(name, confirmed ? 'confirmed' : 'waiting');
      if (!confirmed) waiting.push(operation);
      return confirmed;
    });
    const news = waiting.some((removal) => !this.#met.has(nameOf(removal)));
    if (news) this.#heard.clear();
    this.#met = met;
    return { pass, waiting, news };
  }
}

function nameOf(removal: Removal): string {
  return `${removal.target} ${keyOfOperation(removal)}`;
}
