import type { BlockKey, CalendarId, RuleId } from '../../shared/model/ids.ts';
import type { AuditDeed } from '../ports/store.ts';
import type { EngineDeps } from './engine-deps.ts';
import type { Order } from './order.ts';

/** A write to a calendar as the audit log names it: ids only, before as after. */
export interface BlockDeed {
  readonly action: Extract<AuditDeed['action'], 'create' | 'update' | 'delete'>;
  readonly rule: RuleId | null;
  readonly target: CalendarId;
  readonly key: BlockKey;
}

export function blockDeed({
  operation,
  intended,
}: Pick<Order, 'operation' | 'intended'>): BlockDeed {
  return {
    action: operation.kind,
    rule: intended.slot?.rule ?? null,
    target: operation.target,
    key: intended.key,
  };
}

/** To be called in the transaction that must be durable before the request leaves (security.md A5). */
export function auditIntent(
  { store, clock }: Pick<EngineDeps, 'store' | 'clock'>,
  deed: BlockDeed,
): number {
  return store.appendAudit({ ...deed, at: clock.now(), phase: 'intent', outcome: 'intended' });
}

/** What came of it. `intent` is the sequence that `auditIntent` gave. */
export function auditResult(
  { store, clock }: Pick<EngineDeps, 'store' | 'clock'>,
  deed: BlockDeed,
  outcome: string,
  intent: number | null,
): void {
  store.appendAudit({ ...deed, at: clock.now(), outcome, correlation: intent });
}
