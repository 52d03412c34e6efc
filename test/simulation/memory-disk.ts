import { DatabaseSync } from 'node:sqlite';
import type { Store } from '../../electron/ports/store.ts';
import { openMemoryStore } from '../../electron/store/open-store.ts';
import { StoreError, type StoreErrorCode } from '../../electron/store/store-error.ts';
import { eachMember } from './each-member.ts';

/** What only reads works on a disk that takes nothing more. */
const reading =
  /^(calendars|listedAt|cursor|wasRead|inDoubt|event|has|block|unlinked|intent$|open|holds|audit|verify|last|latencies|note$|close)/;

/** A real database in memory, of which backups can be taken, and which can be told to fail. */
export class MemoryDisk {
  readonly store: Store;
  readonly #database = new DatabaseSync(':memory:');
  #failsAfter = Number.POSITIVE_INFINITY;
  #code: StoreErrorCode = 'full';

  constructor(image?: Uint8Array) {
    if (image !== undefined) this.#database.deserialize(image);
    this.store = this.#failing(openMemoryStore(this.#database));
  }

  /** All it holds, as a backup keeps it. */
  image(): Uint8Array {
    return this.#database.serialize();
  }

  /** Takes so many more writes, and then none until it is mended. */
  failAfter(writes: number, code: StoreErrorCode): void {
    this.#failsAfter = writes;
    this.#code = code;
  }

  mend(): void {
    this.#failsAfter = Number.POSITIVE_INFINITY;
  }

  get hasFailed(): boolean {
    return this.#failsAfter <= 0;
  }

  /** A full disk shows itself when a transaction is to be kept, and undoes it. */
  #failing(real: Store): Store {
    let inside = false;
    const kept = (write: () => unknown): unknown => {
      if (inside) return write();
      return real.transaction(() => {
        inside = true;
        try {
          const result = write();
          this.#failsAfter -= 1;
          if (this.hasFailed) throw new StoreError(this.#code);
          return result;
        } finally {
          inside = false;
        }
      });
    };
    return eachMember(real, (name, act) => {
      if (name === 'transaction') return (work) => kept(work as () => unknown);
      return reading.test(name) ? act : (...given) => kept(() => act(...given));
    });
  }
}
