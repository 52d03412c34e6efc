import type { RulePreview } from '../ipc/rules.ts';

export interface Totals {
  readonly create: number;
  readonly change: number;
  readonly remove: number;
}

export function totals(impact: RulePreview['impact']): Totals {
  return impact.reduce<Totals>(
    (sum, row) => ({
      create: sum.create + row.create,
      change: sum.change + row.change,
      remove: sum.remove + row.remove,
    }),
    { create: 0, change: 0, remove: 0 },
  );
}

export interface TargetImpact extends Totals {
  readonly target: string;
}

/** The dry run per target, whichever rules it comes from; targets with most to do first. */
export function impactByTarget(impact: RulePreview['impact']): readonly TargetImpact[] {
  return [...Map.groupBy(impact, ({ target }) => target)]
    .map(([target, rows]) => ({ target, ...totals(rows) }))
    .filter((row) => work(row) > 0)
    .sort((a, b) => work(b) - work(a));
}

/** How many blocks it touches. */
export function work({ create, change, remove }: Totals): number {
  return create + change + remove;
}

type Example = RulePreview['examples'][number];

/** One event of the user's with what each target shows of it. */
export interface ExampleGroup {
  readonly key: string;
  readonly calendar: string;
  readonly title: string;
  readonly time: Example['time'];
  readonly views: readonly Pick<Example, 'target' | 'shown' | 'reason'>[];
}

/** Examples by event; what looks the same on several targets is told once by the window. */
export function exampleGroups(examples: readonly Example[]): readonly ExampleGroup[] {
  const keyOf = ({ calendar, title, time }: Example): string =>
    JSON.stringify([calendar, title, time.start, time.end]);
  return [...Map.groupBy(examples, keyOf)].flatMap(([key, group]) => {
    const [first] = group;
    if (first === undefined) return [];
    const { calendar, title, time } = first;
    return [
      {
        key,
        calendar,
        title,
        time,
        views: group.map(({ target, shown, reason }) => ({ target, shown, reason })),
      },
    ];
  });
}

export interface SharedView {
  readonly targets: readonly string[];
  readonly shown: Example['shown'];
  readonly reason: string;
}

/** Views that look alike, with all their targets. */
export function alike(views: ExampleGroup['views']): readonly SharedView[] {
  const lookOf = ({ shown, reason }: ExampleGroup['views'][number]): string =>
    JSON.stringify([shown, shown === null ? reason : '']);
  return [...Map.groupBy(views, lookOf).values()].flatMap((group) => {
    const [first] = group;
    return first === undefined
      ? []
      : [{ targets: group.map(({ target }) => target), shown: first.shown, reason: first.reason }];
  });
}
