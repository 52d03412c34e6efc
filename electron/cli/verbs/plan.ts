import type { CalendarId } from '../../../shared/model/ids.ts';
import { impactOf } from '../../../shared/plan/impact.ts';
import type { Operation } from '../../../shared/plan/operation.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Profile } from '../../profile/profile.ts';
import { answer, withProfile, type Session } from '../session.ts';
import { table } from '../table.ts';

/** What the next cycle would write, as far as is known without asking the providers. Nothing is written. */
export function planVerb(session: Session): Promise<ExitCode> {
  return withProfile(session, (profile) => {
    const { pass, held } = profile.engine.preview();
    const ref = refs(profile);
    const operations = [
      ...pass.filter(costs).map((one) => operationView(one, ref, false)),
      ...held.map((one) => operationView(one, ref, true)),
    ];
    const impact = impactOf([...pass, ...held]).map((row) => ({ ...row, target: ref(row.target) }));
    answer(session, { ok: true, operations, impact }, () => {
      if (operations.length === 0) return 'Nothing to do: every block is in its place.';
      const rows = impact.map(({ rule, target, create, change, remove }) => [
        rule ?? '(by marker)',
        target,
        create,
        change,
        remove,
      ]);
      return [
        table(['Rule', 'Target', 'Create', 'Change', 'Remove'], rows),
        ...(held.length > 0 ? [`${held.length} of the removals would wait for you.`] : []),
      ].join('\n');
    });
    return Promise.resolve(exitCodes.ok);
  });
}

function costs(operation: Operation): operation is Exclude<Operation, { kind: 'link' | 'forget' }> {
  return operation.kind !== 'link' && operation.kind !== 'forget';
}

interface OperationView {
  readonly kind: 'create' | 'update' | 'delete';
  readonly rule: string | null;
  readonly target: string;
  readonly source: string | null;
  readonly cause: string;
  readonly held: boolean;
  /** What the target will show; null for removals. */
  readonly block: Exclude<Operation, { kind: 'link' | 'forget' | 'delete' }>['content'] | null;
}

function operationView(
  operation: Exclude<Operation, { kind: 'link' | 'forget' }>,
  ref: (id: CalendarId) => string,
  held: boolean,
): OperationView {
  const slot = operation.kind === 'delete' ? operation.record.slot : operation.slot;
  return {
    kind: operation.kind,
    rule: slot?.rule ?? null,
    target: ref(operation.target),
    source: slot === null ? null : ref(slot.sourceCalendar),
    cause: operation.kind === 'create' ? 'wanted' : operation.cause,
    held,
    block: operation.kind === 'delete' ? null : operation.content,
  };
}

/** Calendars by the names people use. */
export function refs({ store }: Profile): (id: CalendarId) => string {
  const names = new Map(store.calendars().map(({ id, ref }) => [id, ref]));
  return (id) => names.get(id) ?? id;
}
