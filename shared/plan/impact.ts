import type { CalendarId, RuleId } from '../model/ids.ts';
import type { Operation } from './operation.ts';

/** What a plan would do to one target by one rule: the numbers shown before anything is saved or sent. */
export interface Impact {
  /** Null for blocks known only by their marker. */
  readonly rule: RuleId | null;
  readonly target: CalendarId;
  readonly create: number;
  readonly change: number;
  readonly remove: number;
}

/** Counts a plan per rule and target, sorted by both; links and forgotten dismissals cost nothing and do not count. */
export function impactOf(operations: readonly Operation[]): readonly Impact[] {
  const rows = new Map<string, Impact>();
  for (const operation of operations) {
    if (operation.kind === 'link' || operation.kind === 'forget') continue;
    const rule =
      operation.kind === 'delete' ? (operation.record.slot?.rule ?? null) : operation.slot.rule;
    const key = `${rule ?? ''}\n${operation.target}`;
    const row = rows.get(key) ?? {
      rule,
      target: operation.target,
      create: 0,
      change: 0,
      remove: 0,
    };
    rows.set(key, {
      ...row,
      create: row.create + (operation.kind === 'create' ? 1 : 0),
      change: row.change + (operation.kind === 'update' ? 1 : 0),
      remove: row.remove + (operation.kind === 'delete' ? 1 : 0),
    });
  }
  return [...rows.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}
