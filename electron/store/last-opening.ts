import { existsSync, readFileSync } from 'node:fs';
import type { Store } from '../ports/store.ts';
import { replaceFile } from './replace-file.ts';

/** Where the name of the last opening is kept apart from the database, so that putting that back doesn't put this back. */
export interface OpeningMemo {
  read(): string | null;
  write(opening: string): void;
}

const NOTE = 'opening';

/**
 * Tells a database that was put back from a backup, and has the engine trust nothing in it (security.md F16): since then
 * blocks of ours came and went, and one of those that we removed must not look like one that the user removed.
 * `opening` is different each time. A memo that is lost, or a crash between the two, costs complete reads and no more.
 */
export function noticeOldDatabase(store: Store, memo: OpeningMemo, opening: string): void {
  const last = store.note(NOTE);
  store.transaction(() => {
    if (last !== null && last !== memo.read()) store.doubtAll();
    store.setNote(NOTE, opening);
  });
  memo.write(opening);
}

/** Beside the database; whoever copies a database alone leaves it where it is. */
export function openingMemo(database: string): OpeningMemo {
  const file = `${database}.opened`;
  return {
    read: () => (existsSync(file) ? readFileSync(file, 'utf8') : null),
    write: (opening) => replaceFile(file, opening),
  };
}
