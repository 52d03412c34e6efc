import type { Health } from '../ipc/activity.ts';
import type { CalendarChoice } from '../rules/calendar-choices.ts';

type Flow = Health['flows'][number];

export interface FlowTarget {
  readonly ref: string;
  readonly account: string;
  readonly color: string | null;
  readonly level: string;
  readonly rule: string;
  /** The data leaves its account for another one. */
  readonly crosses: boolean;
}

export interface FlowSource {
  readonly key: string;
  readonly ref: string;
  readonly name: string;
  readonly account: string;
  readonly color: string | null;
  readonly targets: readonly FlowTarget[];
}

export interface FlowGroup {
  readonly account: string;
  readonly sources: readonly FlowSource[];
}

/** Which calendar's data goes where, under the accounts that it comes from. */
export function flowMap(
  flows: readonly Flow[],
  choices: readonly CalendarChoice[],
): readonly FlowGroup[] {
  const known = new Map(choices.map((choice) => [choice.key, choice]));
  const bySource = Map.groupBy(flows, ({ source }) => source);
  const sources = choices.flatMap((choice): FlowSource[] => {
    const out = bySource.get(choice.key);
    if (out === undefined) return [];
    const targets = out.map((flow) => targetOf(flow, choice.account, known.get(flow.target)));
    return [{ ...identity(choice), targets }];
  });
  return [...Map.groupBy(sources, ({ account }) => account)].map(([account, list]) => ({
    account,
    sources: list,
  }));
}

function identity({ key, ref, name, account, color }: CalendarChoice): Omit<FlowSource, 'targets'> {
  return { key, ref, name, account, color };
}

function targetOf(
  { rule, level }: Flow,
  from: string,
  target: CalendarChoice | undefined,
): FlowTarget {
  return {
    ref: target?.ref ?? 'a calendar that is gone',
    account: target?.account ?? '',
    color: target?.color ?? null,
    level,
    rule,
    crosses: target?.account !== from,
  };
}
