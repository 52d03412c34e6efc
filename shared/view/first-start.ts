import type { AccountView } from '../ipc/accounts.ts';
import type { Rule } from '../model/rule.ts';

/** The first start: connect, pick calendars, pick a template. */
export const steps = ['connect', 'calendars', 'template'] as const;
export type Step = (typeof steps)[number];

export const stepWords: Readonly<
  Record<Step, { readonly title: string; readonly sentence: string }>
> = {
  connect: {
    title: 'Connect your calendars',
    sentence: 'Everything stays on this computer. Nothing is written before you have seen it.',
  },
  calendars: {
    title: 'Pick the calendars that count',
    sentence: 'Those you leave out neither cast blocks nor receive any.',
  },
  template: {
    title: 'Choose how they block each other',
    sentence: 'You can change every part of it later, under Rules.',
  },
};

/** Whether a step has what the next one needs; otherwise why not. */
export function stepProblem(
  step: Step,
  accounts: readonly AccountView[],
  left: ReadonlySet<string>,
): string | null {
  const calendars = accounts.flatMap((account) => account.calendars);
  switch (step) {
    case 'connect':
      if (accounts.length === 0) return 'Connect an account, or explore with the sample calendars.';
      return calendars.length === 0 ? 'The calendars are being read.' : null;
    case 'calendars': {
      const chosen = calendars.filter(({ key }) => !left.has(key));
      if (!chosen.some(({ canWrite }) => canWrite))
        return 'At least one calendar must be writable, or no block can be written.';
      return chosen.length < 2 ? 'Pick two calendars or more: one alone can block nothing.' : null;
    }
    case 'template':
      return null;
  }
}

/** In words, what is still being read; null once the events of all that can be read are known. */
export function readingWords(accounts: readonly AccountView[]): string | null {
  const open = accounts.filter(({ state }) => state === 'connecting' || state === 'healthy');
  const calendars = open.flatMap((account) => account.calendars).filter(({ canRead }) => canRead);
  const read = calendars.filter(({ lastReadAt }) => lastReadAt !== null).length;
  if (open.every((account) => account.calendars.length > 0) && read === calendars.length)
    return null;
  return `Reading your calendars: ${read} of ${calendars.length} so far.`;
}

/** Calendars that are picked to begin with: all but those that nobody can write and that hold other people's days. */
export function leftAtFirst(accounts: readonly AccountView[]): ReadonlySet<string> {
  return new Set(
    accounts
      .flatMap((account) => account.calendars)
      .filter(({ canRead, canWrite }) => !canRead || !canWrite)
      .map(({ key }) => key),
  );
}

/** A template's rules for the calendars that were picked: those left out are excluded by name. */
export function excluding(
  rules: readonly Rule[],
  accounts: readonly AccountView[],
  left: ReadonlySet<string>,
): readonly Rule[] {
  const refs = accounts
    .flatMap((account) => account.calendars)
    .filter(({ key }) => left.has(key))
    .map(({ ref }) => ref);
  return rules.map((one) => ({ ...one, exclude: [...one.exclude, ...refs] }));
}

export function toggleOne(left: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(left);
  if (!next.delete(key)) next.add(key);
  return next;
}

/** All calendars of an account picked, or all left out. */
export function toggleAll(
  left: ReadonlySet<string>,
  keys: readonly string[],
  picked: boolean,
): ReadonlySet<string> {
  return picked
    ? new Set([...left].filter((key) => !keys.includes(key)))
    : new Set([...left, ...keys]);
}

export function pickedCount(accounts: readonly AccountView[], left: ReadonlySet<string>): number {
  return accounts.flatMap(({ calendars }) => calendars).filter(({ key }) => !left.has(key)).length;
}
