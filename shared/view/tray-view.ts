import type { AccountView } from '../ipc/accounts.ts';
import type { AppState } from '../ipc/app.ts';
import type { RuleView } from '../ipc/rules.ts';
import { blockTargets } from './block-targets.ts';
import { sayWhen } from './say-when.ts';

/** All that the tray shows. No titles: a tray is seen over shoulders and on shared screens (security.md E7). */
export interface TrayView {
  readonly mode: AppState['mode'];
  readonly state: AppState['sync']['state'];
  readonly sentence: string;
  /** When the next event begins, in words; null where none is near. */
  readonly next: string | null;
  readonly rules: readonly {
    readonly id: string;
    readonly name: string;
    readonly on: boolean;
    readonly locked: boolean;
  }[];
  /** Whether there is a calendar that a block could be put on. */
  readonly canBlock: boolean;
  /** What is blocked by hand, and when. */
  readonly blocked: readonly { readonly id: string; readonly when: string }[];
  readonly troubled: readonly {
    readonly id: string;
    readonly label: string;
    readonly sentence: string;
    readonly mend: string | null;
  }[];
  readonly holds: number;
  readonly conflicts: number;
  readonly rulesPaused: number;
}

/** What the view is made of, as the program's own channels tell it. */
export interface TraySources {
  readonly state: AppState;
  readonly rules: readonly RuleView[];
  readonly accounts: readonly AccountView[];
  readonly nextStart: number | null;
  /** Spans that the user blocked by hand and that are not over. */
  readonly blocked: readonly {
    readonly id: string;
    readonly start: number;
    readonly end: number;
  }[];
  /** Calendars that the settings choose for it; null where they choose none. */
  readonly chosen: readonly string[] | null;
}

/** Gathers what the tray shows. `words` says when an event begins. */
export function trayView(sources: TraySources, words: (start: number) => string): TrayView {
  const { state, rules, accounts, nextStart, blocked } = sources;
  return {
    mode: state.mode,
    state: state.sync.state,
    sentence: state.sync.sentence,
    next: nextStart === null ? null : words(nextStart),
    rules: rules.map(({ rule, locked }) => ({
      id: rule.id,
      name: rule.name,
      on: rule.enabled,
      locked: locked !== null,
    })),
    canBlock: canBlock(sources),
    blocked: blocked.map(({ id, ...time }) => ({
      id,
      when: sayWhen({ kind: 'timed', ...time }, state.zone),
    })),
    troubled: accounts
      .filter(({ inTrouble }) => inTrouble)
      .map(({ id, label, sentence, mend }) => ({ id, label, sentence, mend: mend?.verb ?? null })),
    holds: state.holds,
    conflicts: state.conflicts,
    rulesPaused: state.rulesPaused,
  };
}

/** The very decision by which the click is carried out. */
function canBlock({ rules, accounts, chosen }: TraySources): boolean {
  const calendars = accounts.flatMap((account) => account.calendars);
  return (
    blockTargets({
      chosen,
      writable: calendars.filter(({ canWrite }) => canWrite).map(({ key }) => key),
      ruleTargets: rules.filter(({ rule }) => rule.enabled).flatMap(({ targets }) => targets),
    }).length > 0
  );
}
