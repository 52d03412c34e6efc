import type { HoldView } from '../../shared/ipc/rules.ts';
import { holdSentence } from '../../shared/view/hold-sentence.ts';
import { refsOf } from '../profile/calendar-names.ts';
import { holdId, holdShown } from '../profile/hold-id.ts';
import type { RunningApp } from './running-app.ts';

/** The removals that a brake has stopped, with the blocks that would go. */
export function holdViews(app: RunningApp): readonly HoldView[] {
  const { store } = app.profile;
  const ref = refsOf(app.profile);
  return store.holds().map((hold) => ({
    id: holdId(hold, hold.target),
    rule: hold.rule,
    target: hold.target,
    reason: hold.reason,
    sentence: holdSentence(hold.reason, hold.keys.length, ref(hold.target)),
    since: hold.since,
    state: hold.state,
    blocks: hold.keys
      .flatMap((key) => store.blockByKey(hold.target, key) ?? [])
      .map(({ content: { title, time } }) => ({ title, time })),
  }));
}

/** Lets a hold's removals go, or keeps its blocks. Throws `hold.unknown` or `hold.changed`. */
export function decideHold(app: RunningApp, id: string, decision: 'approved' | 'rejected'): void {
  const { engine, store } = app.profile;
  const { rule, target } = holdShown(store.holds(), id, (key) => key);
  engine.decideHold(rule, target, decision);
  app.nudge();
  app.changed('holds', 'app', 'rules', 'activity');
}
