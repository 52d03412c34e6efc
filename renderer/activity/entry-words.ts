import type { ActivityEntry } from '../../shared/ipc/activity.ts';
import type { HoldReason } from '../../shared/model/hold.ts';

/** What the audit log says, in words. Actions and outcomes of later versions are shown as they are. */
export type EntryTone = 'good' | 'quiet' | 'warn' | 'bad';

export const actionChoices = [
  { value: 'create', label: 'Block written' },
  { value: 'update', label: 'Block changed' },
  { value: 'delete', label: 'Block removed' },
  { value: 'hold', label: 'Removals stopped' },
  { value: 'approve', label: 'Removals approved' },
  { value: 'reject', label: 'Blocks kept' },
  { value: 'rules', label: 'Rules saved' },
  { value: 'account-added', label: 'Account added' },
  { value: 'account-leaving', label: 'Account removal begun' },
  { value: 'account-kept', label: 'Account removal taken back' },
  { value: 'account-removed', label: 'Account removed' },
  { value: 'purge', label: 'Everything removed' },
  { value: 'export', label: 'Data exported' },
  { value: 'settings', label: 'Log settings changed' },
  { value: 'retention', label: 'Old entries removed' },
  { value: 'key', label: 'Device key replaced' },
] as const;

const actionLabels = new Map<string, string>(
  actionChoices.map(({ value, label }) => [value, label]),
);

export function sayAction(action: string): string {
  return actionLabels.get(action) ?? action;
}

const outcomes: Readonly<Record<string, { readonly words: string; readonly tone: EntryTone }>> = {
  intended: { words: 'Announced', tone: 'quiet' },
  written: { words: 'Done', tone: 'good' },
  removed: { words: 'Done', tone: 'good' },
  exists: { words: 'Was there already', tone: 'quiet' },
  found: { words: 'Found after a lost answer', tone: 'quiet' },
  notDone: { words: 'No trace of it after a lost answer', tone: 'quiet' },
  gone: { words: 'Was gone already', tone: 'quiet' },
  notOurs: { words: 'Left alone, not ours', tone: 'quiet' },
  changed: { words: 'Changed meanwhile', tone: 'warn' },
  idTaken: { words: 'Tried again under a new id', tone: 'quiet' },
  aborted: { words: 'Interrupted', tone: 'quiet' },
  throttled: { words: 'Asked to pause', tone: 'warn' },
  forbidden: { words: 'Not allowed', tone: 'bad' },
  needsSignIn: { words: 'Sign-in needed', tone: 'bad' },
  needsAdmin: { words: 'Administrator needed', tone: 'bad' },
  unreachable: { words: 'Not reachable', tone: 'warn' },
  malformed: { words: 'Unusable answer', tone: 'bad' },
};

const holds: Readonly<Record<HoldReason, string>> = {
  manyRemovals: 'many at once',
  sourceEmptied: 'source emptied',
  cursorReset: 'read anew',
  clockJump: 'clock jumped',
  zoneChanged: 'zone changed',
  engineChanged: 'new version',
  otherDevice: 'perhaps another device’s',
};

const blocks = (count: string): string => `${count} ${count === '1' ? 'block' : 'blocks'}`;

/** Outcomes that count something; null for all others. */
function sayCount(outcome: string): string | null {
  const [, what, count] = /^(?:(\w+) )?(\d+)$/.exec(outcome) ?? [];
  if (count !== undefined) {
    if (what === undefined) return blocks(count);
    if (what === 'removed') return `${count} removed`;
    return Object.hasOwn(holds, what) ? `${blocks(count)}, ${holds[what as HoldReason]}` : null;
  }
  const changes = /^added \d+, changed \d+, removed \d+$/.test(outcome)
    ? outcome.split(', ')
    : null;
  const counts = changes?.filter((change) => !change.endsWith(' 0'));
  return counts?.map((change) => change.split(' ').reverse().join(' ')).join(', ') ?? null;
}

const people: Readonly<Record<NonNullable<ActivityEntry['by']>, string>> = {
  person: 'You',
  engine: 'Umbra',
};

/** On whose account; entries of older versions do not tell. */
export function sayBy(by: ActivityEntry['by']): string {
  return by === null ? '' : people[by];
}

export function sayOutcome(outcome: string): { readonly words: string; readonly tone: EntryTone } {
  return Object.hasOwn(outcomes, outcome)
    ? (outcomes[outcome] ?? { words: outcome, tone: 'quiet' })
    : { words: sayCount(outcome) ?? outcome, tone: 'quiet' };
}

/** Further entries behind those at hand, none twice, newest first. */
export function withMore(
  entries: readonly ActivityEntry[],
  more: readonly ActivityEntry[],
): readonly ActivityEntry[] {
  const known = new Set(entries.map(({ sequence }) => sequence));
  return [...entries, ...more.filter(({ sequence }) => !known.has(sequence))].sort(
    (a, b) => b.sequence - a.sequence,
  );
}

export type Row =
  | { readonly kind: 'day'; readonly key: string; readonly day: string }
  | { readonly kind: 'entry'; readonly key: string; readonly entry: ActivityEntry };

/** The entries with a heading wherever a new day begins. */
export function rowsByDay(
  entries: readonly ActivityEntry[],
  sayDay: (at: number) => string,
): readonly Row[] {
  let last = '';
  return entries.flatMap((entry): Row[] => {
    const day = sayDay(entry.at);
    const row: Row = { kind: 'entry', key: `e${entry.sequence}`, entry };
    if (day === last) return [row];
    last = day;
    return [{ kind: 'day', key: `d${entry.sequence}`, day }, row];
  });
}
