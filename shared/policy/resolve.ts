/**
 * Which value of each policy holds, and why: mandatory for the machine, mandatory for the user, the person's own choice,
 * recommended for the machine, recommended for the user, default. A mandatory policy that can't be understood is never
 * skipped: it becomes an obstacle, and nothing is synchronised until an administrator has mended it (security.md A2).
 */
import {
  contradictions,
  isPolicyName,
  noteOf,
  policies,
  type PolicyName,
  type PolicyValues,
} from './policies.ts';
import type { PolicyLevel, PolicyReading, PolicyScope } from './reading.ts';

export type PolicyStatus = 'applied' | 'overridden' | 'invalid' | 'unknown';

/** One value in one place, and what became of it. */
export interface PolicyEntry {
  /** As it is written there: it need not be a policy's. */
  readonly name: string;
  /** As it is written there. */
  readonly value: unknown;
  readonly level: PolicyLevel;
  readonly scope: PolicyScope;
  readonly origin: string;
  readonly status: PolicyStatus;
  /** Why it does not apply; null where it does. */
  readonly reason: string | null;
  /** What an administrator should know although it applies: that this build has nothing for it to act on. */
  readonly remark: string | null;
}

export interface ManagedPolicy {
  readonly mandatory: PolicyValues;
  readonly recommended: PolicyValues;
  /** What holds: a person's choices included. */
  readonly values: PolicyValues;
  /** Strongest first, by name within a place. */
  readonly entries: readonly PolicyEntry[];
  /** Mandatory policies that can't be understood, in words; while there is one, nothing is synchronised. */
  readonly obstacles: readonly string[];
  readonly warnings: readonly string[];
}

/** Within one level and scope, later readings go before earlier ones. */
export function resolvePolicy(
  readings: readonly PolicyReading[],
  choices: PolicyValues = {},
): ManagedPolicy {
  const found = [...readings].reverse().sort((a, b) => rank(a) - rank(b));
  const judged = withoutContradictions(found.flatMap(judge));
  const settled = settle(judged, choices);
  const of = (level: PolicyLevel): PolicyValues => valuesOf(judged, level);
  const [mandatory, recommended] = [of('mandatory'), of('recommended')];
  return {
    mandatory,
    recommended,
    values: { ...recommended, ...choices, ...mandatory },
    entries: settled,
    obstacles: [
      ...found.flatMap(({ level, origin, content }) =>
        level === 'mandatory' && content.kind === 'unreadable'
          ? [`${origin}: ${content.reason}`]
          : [],
      ),
      ...settled.flatMap(({ level, status, name, origin, reason }) =>
        level === 'mandatory' && status === 'invalid'
          ? [`${name} (${origin}): ${reason ?? 'invalid'}`]
          : [],
      ),
    ],
    warnings: found.flatMap(warningOf),
  };
}

function rank({ level, scope }: Pick<PolicyReading, 'level' | 'scope'>): number {
  return (level === 'mandatory' ? 0 : 2) + (scope === 'machine' ? 0 : 1);
}

function warningOf({ level, origin, content }: PolicyReading): string[] {
  if (content.kind === 'untrusted') return [`${origin} is ignored: ${content.reason}`];
  return content.kind === 'unreadable' && level === 'recommended'
    ? [`${origin} is ignored: ${content.reason}`]
    : [];
}

/** An entry together with the value that was read from it, where it is a valid one. */
interface Judged {
  readonly entry: PolicyEntry;
  readonly known: { readonly name: PolicyName; readonly value: unknown } | null;
}

function judge({ level, scope, origin, content }: PolicyReading): Judged[] {
  if (content.kind !== 'values') return [];
  return Object.entries(content.values)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]): Judged => {
      const place = { name, value, level, scope, origin, remark: null };
      if (!isPolicyName(name))
        return {
          entry: { ...place, status: 'unknown', reason: 'there is no policy of this name' },
          known: null,
        };
      const parsed = policies[name].safeParse(value);
      if (!parsed.success) return invalid(place, sayIssue(parsed.error.issues[0]));
      if (level === 'recommended' && noteOf(name).recommendable !== true)
        return invalid(place, 'it can only be mandatory');
      return {
        entry: { ...place, status: 'applied', reason: null, remark: noteOf(name).inert ?? null },
        known: { name, value: parsed.data },
      };
    });
}

function invalid(place: Omit<PolicyEntry, 'status' | 'reason'>, reason: string): Judged {
  return { entry: { ...place, status: 'invalid', reason }, known: null };
}

function sayIssue(
  issue: { readonly path: readonly PropertyKey[]; readonly message: string } | undefined,
): string {
  if (issue === undefined) return 'it is not understood';
  const place = issue.path.map((part) => `[${String(part)}]`).join('');
  return place === '' ? issue.message : `${place}: ${issue.message}`;
}

function withoutContradictions(judged: readonly Judged[]): readonly Judged[] {
  const all = { ...valuesOf(judged, 'recommended'), ...valuesOf(judged, 'mandatory') };
  const reasons = new Map(contradictions(all).map(({ name, reason }) => [name, reason]));
  return judged.map((one) => {
    const reason = one.known === null ? undefined : reasons.get(one.known.name);
    return reason === undefined ? one : invalid(one.entry, reason);
  });
}

/** The strongest value of each policy at one level. */
function valuesOf(judged: readonly Judged[], level: PolicyLevel): PolicyValues {
  const strongestLast = judged.filter(({ entry }) => entry.level === level).toReversed();
  return Object.fromEntries(
    strongestLast.flatMap(({ known }) => (known === null ? [] : [[known.name, known.value]])),
  );
}

/** Marks what a stronger place, or the person, decided otherwise. */
function settle(judged: readonly Judged[], choices: PolicyValues): readonly PolicyEntry[] {
  const decided = new Map<string, string>();
  return judged.map(({ entry, known }) => {
    if (known === null) return entry;
    const stronger = decided.get(known.name);
    if (stronger !== undefined)
      return { ...entry, status: 'overridden', reason: `${stronger} decides` };
    decided.set(known.name, entry.origin);
    return entry.level === 'recommended' && known.name in choices
      ? { ...entry, status: 'overridden', reason: 'the person chose' }
      : entry;
  });
}
