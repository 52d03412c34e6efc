import { figuresOf, type AccountHealth, type Verdict } from './health-figures.ts';

export const historyKinds = [
  { value: 'latency', label: 'Latency, 95 of 100' },
  { value: 'success', label: 'Writes that went well' },
  { value: 'quota', label: 'Share of the quota' },
] as const;
export type HistoryKind = (typeof historyKinds)[number]['value'];

export interface HistoryCell {
  readonly day: number;
  readonly words: string;
  readonly verdict: Verdict;
}

const column: Readonly<Record<HistoryKind, number>> = { latency: 1, success: 2, quota: 3 };

/** One goal of one account over the days, worded as the table of the week words it. */
export function historyRow(account: AccountHealth, kind: HistoryKind): readonly HistoryCell[] {
  return account.days.map(({ day, ...measured }) => {
    const figure = figuresOf({ ...account, ...measured })[column[kind]];
    const nothing = kind === 'quota' && measured.quotaShare === 0;
    return nothing || figure === undefined
      ? { day, words: '–', verdict: 'unknown' }
      : { day, words: figure.value, verdict: figure.verdict };
  });
}
