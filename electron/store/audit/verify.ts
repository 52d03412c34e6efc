import type { AuditFault, AuditVerdict } from '../../ports/store.ts';
import type { Connection, Row } from '../connection.ts';
import { chain, GENESIS } from './chain.ts';
import type { Head, Seals, Segment } from './seals.ts';

/** Works through the whole log and names the first entry that does not fit (security.md A5). */
export function verify(connection: Connection, seals: Seals): AuditVerdict {
  const found = seals.head();
  const segments = seals.segments();
  const entries = Number(connection.one('SELECT count(*) AS n FROM audit')?.['n'] ?? 0);
  const head = found?.head ?? null;
  const [fault = null] = [
    walk(
      connection,
      head,
      segments.map(({ segment }) => segment),
    ),
    segmentFault(head, segments),
    found?.genuine === true ? null : { sequence: head?.sequence ?? 0, reason: 'seal' as const },
  ]
    .filter((one) => one !== null)
    .sort((a, b) => a.sequence - b.sequence);
  return { fault, entries, from: (head?.base ?? 0) + 1, segments: segments.length };
}

/** Every entry against the one before it, the finished segments and the head. */
function walk(
  connection: Connection,
  head: Head | null,
  segments: readonly Segment[],
): AuditFault | null {
  const base = head?.base ?? 0;
  const joint = segments.find(({ last }) => last === base);
  let hash = base === 0 ? GENESIS : (joint?.endHash ?? '');
  let expected = base + 1;
  let grown = base + 1;
  const endings = new Map(segments.map((segment) => [segment.last, segment]));
  for (const row of connection.iterate(
    'SELECT sequence, at, entry, hash FROM audit ORDER BY sequence',
  )) {
    const sequence = Number(row['sequence']);
    if (sequence < expected) return { sequence, reason: 'added' };
    if (sequence > expected) return { sequence: expected, reason: 'missing' };
    hash = chain(hash, String(row['entry']));
    const reason = rowFault(row, sequence, hash);
    if (reason !== null) return { sequence, reason };
    const ending = endings.get(sequence);
    if (ending !== undefined && ending.endHash !== hash)
      return { sequence: ending.first, reason: 'rewritten' };
    if (ending !== undefined) grown = ending.last + 1;
    if (head !== null && sequence > head.sequence) return { sequence, reason: 'added' };
    expected += 1;
  }
  if (head === null) return null;
  if (expected <= head.sequence) return { sequence: expected, reason: 'cut' };
  // No entry of its own contradicts the head: all since the last finished segment are in question.
  if (hash !== head.hash) return { sequence: Math.min(grown, head.sequence), reason: 'rewritten' };
  return null;
}

function rowFault(row: Row, sequence: number, hash: string): AuditFault['reason'] | null {
  const entry = objectOf(String(row['entry']));
  if (entry === null) return 'changed';
  if (entry['sequence'] !== sequence) return 'moved';
  return hash === row['hash'] && entry['at'] === row['at'] ? null : 'changed';
}

function objectOf(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null
      ? (value as Readonly<Record<string, unknown>>)
      : null;
  } catch {
    return null;
  }
}

/** The finished segments join without a gap, none is missing at their end, and each bears its seal. */
function segmentFault(
  head: Head | null,
  segments: readonly { readonly segment: Segment; readonly genuine: boolean }[],
): AuditFault | null {
  let [first, startHash] = [1, GENESIS];
  for (const [index, { segment, genuine }] of segments.entries()) {
    const joins =
      segment.number === index + 1 && segment.first === first && segment.startHash === startHash;
    if (!joins || !genuine) return { sequence: first, reason: 'seal' };
    [first, startHash] = [segment.last + 1, segment.endHash];
  }
  const all = head === null || head.segments === segments.length;
  return all ? null : { sequence: first, reason: 'seal' };
}
