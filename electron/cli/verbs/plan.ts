import type { CalendarId } from '../../../shared/model/ids.ts';
import { impactOf, type Impact } from '../../../shared/plan/impact.ts';
import type { Operation } from '../../../shared/plan/operation.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { refsOf } from '../../profile/calendar-names.ts';
import { problemsOf, type Problem } from '../../profile/failure-words.ts';
import { answer, withProfile, type Session } from '../session.ts';
import { table } from '../table.ts';

/** What a sync would write. It reads what has changed; nothing is written on any calendar. */
export function planVerb(session: Session): Promise<ExitCode> {
  return withProfile(session, async (profile) => {
    const { pass, held, accounts } = await profile.engine.rehearse(session.signal);
    const ref = refsOf(profile);
    const operations = [
      ...pass.filter(costs).map((one) => operationView(one, ref, false)),
      ...held.filter(costs).map((one) => operationView(one, ref, true)),
    ];
    const impact = impactOf([...pass, ...held]).map((row) => ({ ...row, target: ref(row.target) }));
    const problems = problemsOf(
      profile.settings.read().accounts,
      profile.store.calendars(),
      accounts.flatMap(({ account, failures }) => failures.map((one) => ({ account, ...one }))),
    );
    const view: PlanView = { ok: problems.length === 0, operations, impact, problems };
    answer(session, view, () => wordsOf(view));
    if (session.signal.aborted) return exitCodes.interrupted;
    return view.ok ? exitCodes.ok : exitCodes.incomplete;
  });
}

interface PlanView {
  readonly ok: boolean;
  readonly operations: readonly OperationView[];
  readonly impact: readonly (Omit<Impact, 'target'> & { readonly target: string })[];
  /** What could not be read: there the plan goes by what was known before. */
  readonly problems: readonly Problem[];
}

function wordsOf({ operations, impact, problems }: PlanView): string {
  const held = operations.filter((one) => one.held).length;
  return [
    operations.length > 0
      ? table(
          ['Rule', 'Target', 'Create', 'Change', 'Remove'],
          impact.map(({ rule, target, create, change, remove }) => [
            rule ?? '(by marker)',
            target,
            create,
            change,
            remove,
          ]),
        )
      : problems.length > 0
        ? 'Nothing to do, as far as could be read.'
        : 'Nothing to do: every block is in its place.',
    ...(held > 0 ? [`${held} of the removals would wait for you.`] : []),
    ...problems.map(({ message }) => message),
  ].join('\n');
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
