/**
 * Passes the audit log on to a file that a monitoring agent reads, line by line and only ever at its end. Whoever rules this
 * machine can rewrite the log in the database; what has been collected elsewhere is beyond their reach (security.md A5).
 * A file that can't be written holds nothing up and loses nothing: the entries wait, and it shows.
 */
import { open, type FileHandle } from 'node:fs/promises';
import { z } from 'zod';
import type { Instant } from '../../../shared/time/instant.ts';
import type { AuditEntry, Store } from '../../ports/store.ts';
import { auditLine, auditLineHead } from './audit-line.ts';

const NOTE = 'audit.forwarded';
const BATCH = 500;
const TAIL_BYTES = 4_096;

const note = z.object({
  file: z.string(),
  sequence: z.number().int(),
  failingSince: z.number().int().nullable(),
  code: z.string().nullable(),
});
type Note = z.infer<typeof note>;

export interface ForwardingState {
  readonly file: string;
  /** Entries that are not in the file yet. */
  readonly waiting: number;
  /** Null while it can be written. */
  readonly failingSince: Instant | null;
  /** The system's name for what is wrong, such as `EACCES`. */
  readonly code: string | null;
}

export interface ForwardingDeps {
  readonly store: Pick<Store, 'auditAfter' | 'auditBefore' | 'note' | 'setNote'>;
  readonly now: () => Instant;
  /** Null where nothing is to be forwarded. */
  readonly file: () => string | null;
}

export class AuditForwarding {
  readonly #deps: ForwardingDeps;
  #running: Promise<void> | null = null;
  #ended = false;

  constructor(deps: ForwardingDeps) {
    this.#deps = deps;
  }

  /** Brings the file up to the log's end. Never rejects; one pass at a time. */
  forward(): Promise<void> {
    this.#running ??= this.#pass()
      // The database takes no note of it either: the cycle, which writes there as well, tells.
      .catch(() => undefined)
      .finally(() => {
        this.#running = null;
      });
    return this.#running;
  }

  /** The store is about to close: nothing more is asked of it, whatever a slow disk still does. */
  end(): void {
    this.#ended = true;
  }

  /** Null where nothing is to be forwarded. */
  state(): ForwardingState | null {
    const file = this.#deps.file();
    if (file === null) return null;
    const { sequence, failingSince, code } = this.#noteFor(file);
    const last = this.#deps.store.auditBefore(null, 1)[0]?.sequence ?? 0;
    return {
      file,
      waiting: Math.max(0, last - sequence),
      failingSince: failingSince as Instant | null,
      code,
    };
  }

  /** Entries up to this one need not be kept for the file's sake. */
  through(): number {
    const file = this.#deps.file();
    return file === null ? Number.MAX_SAFE_INTEGER : this.#noteFor(file).sequence;
  }

  async #pass(): Promise<void> {
    const file = this.#deps.file();
    if (file === null || this.#ended) return;
    const before = this.#noteFor(file);
    if (this.#deps.store.auditAfter(before.sequence, 1).length === 0 && before.code === null)
      return;
    try {
      const handle = await open(file, 'a+', 0o640);
      try {
        await this.#append(handle, file, before.sequence);
      } finally {
        await handle.close();
      }
    } catch (error) {
      this.#fail(file, error);
    }
  }

  async #append(handle: FileHandle, file: string, from: number): Promise<void> {
    const { store } = this.#deps;
    const tail = await readTail(handle);
    let sequence = Math.max(from, this.#alreadyThere(tail.line));
    let opening = tail.torn ? '\n' : '';
    for (;;) {
      if (this.#ended) return;
      const entries = store.auditAfter(sequence, BATCH);
      const last = entries.at(-1);
      if (last === undefined) break;
      await handle.appendFile(`${opening}${entries.map(lineOf).join('')}`);
      await handle.datasync();
      opening = '';
      sequence = last.sequence;
      this.#save({ file, sequence, failingSince: null, code: null });
    }
    this.#save({ file, sequence, failingSince: null, code: null });
  }

  /** After a crash between the file and the note: the file's last line tells how far it got, if it is of this very log. */
  #alreadyThere(line: string | null): number {
    const told = line === null ? null : auditLineHead(line);
    if (told === null) return 0;
    const [known] = this.#deps.store.auditAfter(told.sequence - 1, 1);
    return known?.sequence === told.sequence && known.hash === told.hash ? told.sequence : 0;
  }

  #fail(file: string, error: unknown): void {
    const before = this.#noteFor(file);
    const code =
      error instanceof Error && 'code' in error && typeof error.code === 'string'
        ? error.code
        : 'unknown';
    this.#save({ ...before, failingSince: before.failingSince ?? this.#deps.now(), code });
  }

  #save(next: Note): void {
    if (this.#ended) return;
    const before = this.#deps.store.note(NOTE);
    if (JSON.stringify(before) !== JSON.stringify(next)) this.#deps.store.setNote(NOTE, next);
  }

  #noteFor(file: string): Note {
    const known = note.safeParse(this.#deps.store.note(NOTE));
    return known.success && known.data.file === file
      ? known.data
      : { file, sequence: 0, failingSince: null, code: null };
  }
}

function lineOf(entry: AuditEntry): string {
  return `${auditLine(entry)}\n`;
}

/** The last whole line, and whether something unfinished stands behind it. */
async function readTail(
  handle: FileHandle,
): Promise<{ readonly line: string | null; readonly torn: boolean }> {
  const { size } = await handle.stat();
  if (size === 0) return { line: null, torn: false };
  const length = Math.min(size, TAIL_BYTES);
  const { buffer } = await handle.read(Buffer.alloc(length), 0, length, size - length);
  const lines = buffer.toString('utf8').split('\n');
  const rest = lines.pop() ?? '';
  return { line: lines.at(-1) ?? null, torn: rest !== '' };
}
