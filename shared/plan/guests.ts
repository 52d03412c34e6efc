import type { BlockRecord } from '../model/block-record.ts';
import type { CalendarId } from '../model/ids.ts';
import type { Operation } from './operation.ts';
import { isReady, type PlanScope } from './plan-scope.ts';
import { stands } from './stopped.ts';

/**
 * Takes out removals of blocks seen in a calendar that is not their target. A key belongs to one target: where another
 * calendar shows it, it is the same event in a calendar that is listed twice, or somebody's copy. As long as the block
 * itself stands, it is left alone, since removing it could remove the block.
 */
export function withoutGuests(
  scope: PlanScope,
  operations: readonly Operation[],
): readonly Operation[] {
  const atHome = new Map(
    operations.flatMap((operation) =>
      operation.kind === 'link' ? [[operation.record.key, operation.target] as const] : [],
    ),
  );
  return operations.filter((operation) => {
    if (operation.kind !== 'delete' || operation.record.slot !== null) return true;
    const { key, target } = operation.record;
    const home = atHome.get(key);
    if (home !== undefined) return home === target;
    return !scope.view
      .blocksWithKey(key)
      .some(
        (other) =>
          other.target !== target &&
          stands(other) &&
          comesFirst(other, target) &&
          !isHandedOver(scope, other, target),
      );
  });
}

/**
 * Whether a block can be reached only through another listing of its calendar, the one that rules mean by now: its own
 * listing is not there any more, or may only be read. A new block is cast there, and this one has to go.
 */
export function isHandedOver(
  scope: Pick<PlanScope, 'standIns' | 'readiness' | 'calendars'>,
  { target: home, slot }: BlockRecord,
  to: CalendarId,
): boolean {
  const inUse = isReady(scope, home) && scope.calendars.get(home)?.canWrite === true;
  return slot !== null && !inUse && scope.standIns.get(home)?.id === to;
}

/** Whether a row that nobody has claimed stands for a block that another calendar holds for its own: one listed twice. */
export function isGuest(record: BlockRecord, withItsKey: readonly BlockRecord[]): boolean {
  return (
    record.slot === null &&
    withItsKey.some(
      (other) => other.target !== record.target && other.slot !== null && stands(other),
    )
  );
}

/** Of rows that nobody has claimed, one must be free to go, or each would keep the other for ever. */
function comesFirst({ slot, target }: BlockRecord, than: CalendarId): boolean {
  return slot !== null || target < than;
}
