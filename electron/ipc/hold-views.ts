import { UserError } from '../../shared/errors/errors.ts';
import type { HoldView } from '../../shared/ipc/rules.ts';
import type { Hold } from '../../shared/model/hold.ts';
import { holdSentence } from '../../shared/view/hold-sentence.ts';
import { refsOf } from './calendar-of.ts';
import type { RunningApp } from './running-app.ts';

/** The removals that a brake has stopped, with the blocks that would go. */
export function holdViews(app: RunningApp): readonly HoldView[] {
  const { store } = app.profile;
  const ref = refsOf(app);
  return store.holds().map((hold) => ({
    id: idOf(hold),
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

/** Lets a hold's removals go, or keeps its blocks. Throws `hold.unknown`. */
export function decideHold(app: RunningApp, id: string, decision: 'approved' | 'rejected'): void {
  const { engine, store } = app.profile;
  const hold = store.holds().find((one) => idOf(one) === id);
  if (hold === undefined || !engine.decideHold(hold.rule, hold.target, decision))
    throw new UserError('hold.unknown', { hold: id });
  app.nudge();
  app.changed('holds', 'app', 'rules', 'activity');
}

function idOf({ rule, target }: Hold): string {
  return `${rule ?? 'marker'}@${target}`;
}
