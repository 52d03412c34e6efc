import { z } from 'zod';
import type { AuditEntry } from '../../ports/store.ts';
import { canonicalJson, chain, GENESIS } from './chain.ts';

/** What a line tells besides the entry itself; no part of what its hash covers. */
const BESIDE: ReadonlySet<string> = new Set(['calendar', 'hash', 'time']);

/**
 * An entry as a line of NDJSON: its canonical text with its hash, so that the line can be checked wherever it ends up, and
 * its time as collectors read it.
 */
export function auditLine(
  entry: AuditEntry,
  beside: { readonly calendar?: string | null } = {},
): string {
  return canonicalJson({ ...entry, ...beside, time: entryTime(entry) });
}

export function entryTime({ at }: Pick<AuditEntry, 'at'>): string {
  return new Date(at).toISOString();
}

const head = z.looseObject({ sequence: z.number().int(), hash: z.string() });
const values = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

/** What names a line's entry; null where it is none of ours. */
export function auditLineHead(
  line: string,
): { readonly sequence: number; readonly hash: string } | null {
  try {
    const parsed = head.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** What a file of lines says about itself. */
export interface LinesVerdict {
  readonly lines: number;
  /** The first line that does not follow from the one before it; null where all do. */
  readonly firstBad: { readonly line: number; readonly sequence: number | null } | null;
}

/**
 * Checks lines that were exported or forwarded, without the database. The first line's predecessor is taken on trust,
 * unless it is the log's very first; a line that came twice, as after a crash, is passed over.
 */
export function verifyLines(lines: Iterable<string>): LinesVerdict {
  let before: { readonly sequence: number; readonly hash: string } | null = null;
  let count = 0;
  for (const line of lines) {
    if (line.trim() === '') continue;
    count += 1;
    const found = auditLineHead(line);
    if (found === null) return { lines: count, firstBad: { line: count, sequence: null } };
    if (before?.sequence === found.sequence && before.hash === found.hash) continue;
    const previous: string | null =
      found.sequence === 1 ? GENESIS : before?.sequence === found.sequence - 1 ? before.hash : null;
    const gap = before !== null && previous === null;
    if (gap || (previous !== null && hashOf(line, previous) !== found.hash))
      return { lines: count, firstBad: { line: count, sequence: found.sequence } };
    before = found;
  }
  return { lines: count, firstBad: null };
}

function hashOf(line: string, previous: string): string | null {
  const parsed = values.safeParse(JSON.parse(line));
  if (!parsed.success) return null;
  const entry = Object.entries(parsed.data).filter(([name]) => !BESIDE.has(name));
  return chain(previous, canonicalJson(Object.fromEntries(entry)));
}
