import type { DataProtection } from '../../shared/ipc/privacy.ts';

const usual = [30, 90, 180, 365, 400];

/** The usual spans, with a further one where it is none of them, as a policy may set it. */
export function retentionChoices(
  days: number,
): readonly { readonly value: string; readonly label: string }[] {
  const all = usual.includes(days) ? usual : [...usual, days].sort((a, b) => a - b);
  return all.map((value) => ({
    value: String(value),
    label: value === 365 ? 'A year' : `${value} days`,
  }));
}

/** How the forwarding goes: never silent where it does not. */
export function forwardingWords(forwarding: DataProtection['log']['forwarding']): {
  readonly state: string;
  readonly hint: string;
  readonly tone: 'good' | 'bad' | 'neutral';
} {
  if (forwarding === null)
    return {
      state: 'Off',
      hint: 'An administrator can have each entry appended to a file that a collector reads.',
      tone: 'neutral',
    };
  const { code, waiting } = forwarding;
  if (code === null) return { state: 'On', hint: 'Every entry is in the file.', tone: 'good' };
  return {
    state: `Can’t be written (${code})`,
    hint: `${waiting} ${waiting === 1 ? 'entry waits' : 'entries wait'}; none is lost, and nothing else waits for them.`,
    tone: 'bad',
  };
}
