import type { CalendarEvent, EventKind, ShowAs } from '../model/event.ts';
import type { CompiledRule } from './compile.ts';

/** Why an event casts no block by a rule. */
export type Refusal =
  | 'foreignBlock'
  | 'free'
  | 'workingLocation'
  | 'birthday'
  | 'cancelled'
  | 'declined'
  | 'unknownShowAs'
  | 'conditions'
  /** The rule leaves all-day events out. */
  | 'allDaySkipped'
  /** It ends when it starts, or before. */
  | 'empty';

export type Verdict = { readonly cast: true } | { readonly cast: false; readonly reason: Refusal };

const cast: Verdict = { cast: true };
/** Those that cast no block whatever a rule says: a condition on one would be met by nothing. */
export const neverCastShowAs = ['free'] as const satisfies readonly ShowAs[];
export const neverCastKinds = [
  'workingLocation',
  'birthday',
] as const satisfies readonly EventKind[];
const castByDefault: readonly ShowAs[] = ['busy', 'tentative', 'oof', 'workingElsewhere'];

/**
 * Whether an event may cast a block by a rule. Some never do, whatever a rule says; the default filter on answers and
 * show-as holds unless the rule's conditions speak about that dimension themselves (rules/SPEC R3, R4).
 */
export function judge(event: CalendarEvent, compiled: CompiledRule, zone: string): Verdict {
  const reason = never(event) ?? byDefault(event, compiled);
  if (reason !== null) return { cast: false, reason };
  return compiled.matches(event, zone) ? cast : { cast: false, reason: 'conditions' };
}

function never(event: CalendarEvent): Refusal | null {
  if (event.foreignBlock) return 'foreignBlock';
  if (event.cancelled) return 'cancelled';
  return (
    neverCastShowAs.find((one) => one === event.showAs) ??
    neverCastKinds.find((one) => one === event.kind) ??
    null
  );
}

function byDefault(
  event: CalendarEvent,
  { judgesResponse, judgesShowAs }: CompiledRule,
): Refusal | null {
  if (!judgesResponse && event.response === 'declined') return 'declined';
  if (!judgesShowAs && !castByDefault.includes(event.showAs)) return 'unknownShowAs';
  return null;
}
