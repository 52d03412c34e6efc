import type { HoldReason } from '../../../../shared/model/hold.ts';
import type { CalendarId } from '../../../../shared/model/ids.ts';
import {
  guard,
  usualBrake,
  type Guarded,
  type GuardInput,
} from '../../../../shared/plan/brakes.ts';
import type { Operation } from '../../../../shared/plan/operation.ts';
import { HOUR } from '../../../../shared/time/instant.ts';
import { at, calendarId, timed } from '../../../kit/event-builder.ts';
import { PlanWorld, type RuleInput } from '../../../kit/plan-world.ts';

export const target = calendarId('T');
export const now = at('2026-05-04T08:00Z');
export const later = at('2026-05-04T09:00Z');
export const calm: GuardInput['suspicions'] = {
  emptied: new Set(),
  reset: new Set(),
  confirmed: new Set(),
  everywhere: null,
};
export const rules: readonly RuleInput[] = [
  { id: 'rule', sources: ['Work/A', 'Work/B'], targets: ['Work/T'] },
];

export const event = (source: string, n: number): ReturnType<typeof timed> => {
  const start = at('2026-05-05T00:00Z') + n * HOUR;
  return timed(source, `e${n}`, start, start + HOUR / 2);
};

/** A target full of blocks from A and B, of whose events some are gone. */
export function worldAfter(
  counts: Record<string, number>,
  gone: Record<string, number>,
): PlanWorld {
  const world = new PlanWorld(['A', 'B', 'T'], rules);
  for (const [source, count] of Object.entries(counts))
    for (let n = 0; n < count; n++) world.put(event(source, n));
  world.settle();
  for (const [source, count] of Object.entries(gone))
    for (let n = 0; n < count; n++) world.remove(event(source, n));
  return world;
}

export function guarded(world: PlanWorld, more: Partial<GuardInput> = {}): Guarded {
  const live = [...world.records.values()].filter(({ state }) => state === 'live').length;
  return guard({
    operations: world.plan(),
    postponed: [],
    suspicions: calm,
    brake: usualBrake,
    liveBlocks: new Map([[target, live]]),
    isAskedFor: () => false,
    holds: [],
    otherDevices: false,
    planned: null,
    now,
    ...more,
  });
}

export const kinds = (operations: readonly Operation[]): string[] =>
  operations.map(({ kind }) => kind).sort();
export const suspect = (more: Partial<GuardInput['suspicions']>): Partial<GuardInput> => ({
  suspicions: { ...calm, ...more },
});
export const from = (...names: string[]): ReadonlySet<CalendarId> => new Set(names.map(calendarId));
export const reasons = ({ holds }: Guarded): HoldReason[] => holds.map(({ reason }) => reason);
