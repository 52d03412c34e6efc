import type { RuleView } from '../../shared/ipc/rules.ts';
import type { Rule } from '../../shared/model/rule.ts';
import { resolveSelectors } from '../../shared/rules/selectors.ts';
import { pausedRules } from '../profile/paused-rules.ts';
import { stoppedRules } from '../profile/stopped-rules.ts';
import type { RunningApp } from './running-app.ts';

/** The rules in force with what they mean today and how their blocks stand. */
export function ruleViews({ profile }: RunningApp): readonly RuleView[] {
  const { policy, store } = profile;
  const stopped = stoppedRules(profile);
  const lost = pausedRules(profile);
  const { mandatory, values } = policy.current();
  const pinned = new Set(mandatory.PinnedRules?.map(({ id }) => id));
  const blocksGo = values.RemoveStoppedBlocks === true;
  const calendars = store.calendars();
  const counts = store.blockCounts();
  const holds = store.holds();
  const intents = store.openIntents();
  return profile.rulesInForce().map((rule: Rule): RuleView => {
    const stop = stopped.get(rule.id);
    const own = counts.filter((count) => count.rule === rule.id);
    const sum = (field: 'live' | 'dismissed' | 'edited'): number =>
      own.reduce((total, count) => total + count[field], 0);
    const { sources, targets } = resolveSelectors(rule, calendars);
    return {
      rule,
      sources: [...sources],
      targets: [...targets],
      blocks: sum('live'),
      dismissed: sum('dismissed'),
      edited: sum('edited'),
      outstanding: intents.filter(({ intended }) => intended.slot?.rule === rule.id).length,
      held: holds
        .filter((hold) => hold.rule === rule.id && hold.state !== 'approved')
        .reduce((total, { keys }) => total + keys.length, 0),
      locked: pinned.has(rule.id) ? 'Your organisation set this rule (PinnedRules).' : null,
      paused: lost.get(rule.id) ?? null,
      stopped:
        stop === undefined ? null : { whole: stop.whole, reasons: [...stop.reasons], blocksGo },
    };
  });
}
