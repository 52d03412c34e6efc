import type { AccountView } from '../../shared/ipc/accounts.ts';
import type { AppState } from '../../shared/ipc/app.ts';
import type { RuleView } from '../../shared/ipc/rules.ts';

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
  readonly troubled: readonly {
    readonly id: string;
    readonly label: string;
    readonly sentence: string;
    readonly mend: string | null;
  }[];
  readonly holds: number;
  readonly conflicts: number;
}

/** What the view is made of, as the program's own channels tell it. */
export interface TraySources {
  readonly state: AppState;
  readonly rules: readonly RuleView[];
  readonly accounts: readonly AccountView[];
  readonly nextStart: number | null;
}

const calm: ReadonlySet<string> = new Set(['connecting', 'healthy', 'throttled', 'readOnly']);

/** One on its way out only where a person has to help it. */
function isTroubled({ state, mend }: AccountView): boolean {
  if (state === 'removing') return mend !== null && mend.verb !== 'retry';
  return !calm.has(state);
}

/** Gathers what the tray shows. `words` says when an event begins. */
export function trayView(sources: TraySources, words: (start: number) => string): TrayView {
  const { state, rules, accounts, nextStart } = sources;
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
    canBlock: blockTargets(rules, accounts).length > 0,
    troubled: accounts
      .filter(isTroubled)
      .map(({ id, label, sentence, mend }) => ({ id, label, sentence, mend: mend?.verb ?? null })),
    holds: state.holds,
    conflicts: state.conflicts,
  };
}

/** Where "Block me now" writes: every target of a rule that is on; without any, every calendar that can be written. */
export function blockTargets(
  rules: readonly RuleView[],
  accounts: readonly AccountView[],
): readonly string[] {
  const writable = accounts
    .flatMap(({ calendars }) => calendars)
    .filter(({ canWrite }) => canWrite)
    .map(({ key }) => key);
  const targets = new Set(rules.filter(({ rule }) => rule.enabled).flatMap((view) => view.targets));
  const chosen = writable.filter((key) => targets.has(key));
  return chosen.length > 0 ? chosen : writable;
}
