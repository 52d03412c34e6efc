import { existsSync, readFileSync } from 'node:fs';
import type { Store } from '../ports/store.ts';
import { replaceFile } from './replace-file.ts';

/** Where the name of the last page is kept apart from the database, so that putting that back doesn't put this back. */
export interface PageMemo {
  read(): string | null;
  write(page: string): void;
}

const NOTE = 'page';

/**
 * Tells a database that was put back from a backup, and has the engine trust nothing in it (security.md F16): since then
 * blocks of ours came and went, and one of those that we removed must not look like one that the user removed.
 * `page` is different each time. A memo that is lost, or a crash between the two, costs complete reads and no more.
 */
export function noticeOldDatabase(store: Store, memo: PageMemo, page: string): void {
  const last = store.note(NOTE);
  if (last !== null && last !== memo.read()) store.doubtAll();
  turnPage(store, memo, page);
}

/** Changes the page after each cycle, so that copies of the database made before it are known as old. */
export function turnPage(store: Store, memo: PageMemo, page: string): void {
  store.setNote(NOTE, page);
  memo.write(page);
}

/** Beside the database; whoever copies a database alone leaves it where it is. */
export function pageMemo(database: string): PageMemo {
  const file = `${database}.page`;
  return {
    read: () => (existsSync(file) ? readFileSync(file, 'utf8') : null),
    write: (page) => {
      try {
        replaceFile(file, page);
      } catch {
        // A disk that takes no file: the database has the new page alone, and is read completely when it is opened next.
      }
    },
  };
}
