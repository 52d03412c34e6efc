import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { storeErrorOf } from './store-error.ts';

/** Our tables hold texts and whole numbers only. */
export type Row = Readonly<Record<string, string | number | null>>;

/** One database connection: prepared statements by their text, transactions that nest, errors by name. */
export class Connection {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  #depth = 0;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  all(sql: string, ...values: SQLInputValue[]): readonly Row[] {
    return this.#named(() => this.#prepare(sql).all(...values) as Row[]);
  }

  /** Reads rows one by one: of a large answer, only what `read` makes of them is ever in memory. `read` may not ask. */
  each<T>(sql: string, read: (row: Row) => T, ...values: SQLInputValue[]): readonly T[] {
    return this.#named(() =>
      Array.from(this.#prepare(sql).iterate(...values) as Iterable<Row>, read),
    );
  }

  one(sql: string, ...values: SQLInputValue[]): Row | null {
    return this.#named(() => (this.#prepare(sql).get(...values) as Row | undefined) ?? null);
  }

  run(sql: string, ...values: SQLInputValue[]): { readonly changes: number; readonly id: number } {
    return this.#named(() => {
      const { changes, lastInsertRowid } = this.#prepare(sql).run(...values);
      return { changes: Number(changes), id: Number(lastInsertRowid) };
    });
  }

  iterate(sql: string, ...values: SQLInputValue[]): Iterable<Row> {
    return this.#named(() => this.#database.prepare(sql).iterate(...values) as Iterable<Row>);
  }

  transaction<T>(work: () => T): T {
    const depth = this.#depth;
    const [begin, commit, rollback] =
      depth === 0
        ? ['BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK']
        : [
            `SAVEPOINT nested_${depth}`,
            `RELEASE nested_${depth}`,
            `ROLLBACK TO nested_${depth}; RELEASE nested_${depth}`,
          ];
    return this.#named(() => {
      this.#prepare(begin).run();
      this.#depth = depth + 1;
      try {
        const result = work();
        this.#prepare(commit).run();
        return result;
      } catch (error) {
        // A full disk may have ended the transaction already.
        if (this.#database.isTransaction) this.#database.exec(rollback);
        throw error;
      } finally {
        this.#depth = depth;
      }
    });
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }

  #prepare(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  #named<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw storeErrorOf(error) ?? error;
    }
  }
}
