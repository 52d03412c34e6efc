import type { PolicyPage } from '../../shared/ipc/policy.ts';
import { atNextStart } from '../../shared/policy/at-next-start.ts';
import { forbiddenProviders } from '../../shared/policy/judge-account.ts';
import type { ManagedPolicy } from '../../shared/policy/resolve.ts';
import type { RunningApp } from './running-app.ts';

/** Everything that administrators left, what became of it, and what it takes out of the person's hands. */
export function policyPage({ profile, policyAtStart }: RunningApp): PolicyPage {
  const policy = profile.policy.current();
  return {
    managed: policy.entries.length > 0 || policy.obstacles.length > 0,
    entries: policy.entries.map((entry) => ({ ...entry, value: JSON.stringify(entry.value) })),
    obstacles: [...policy.obstacles],
    warnings: [...policy.warnings],
    atNextStart: [...atNextStart(policyAtStart, policy)],
    locks: locksOf(policy),
  };
}

function locksOf({ mandatory }: ManagedPolicy): PolicyPage['locks'] {
  return {
    startAtLogin: mandatory.DisableStartAtLogin === true || mandatory.ForceStartAtLogin === true,
    contentProtection: mandatory.ForceContentProtection === true,
    mostDaysAhead: mandatory.MaxLookaheadDays ?? null,
    exports: mandatory.DisableExport === true,
    providers: [...forbiddenProviders(mandatory)],
    ownRules: mandatory.OnlyPinnedRules === true,
  };
}

/** The page as a file, for whoever looks after this computer. Holds no data of the person's. */
export function policyText({ profile }: RunningApp): string {
  const { entries, obstacles, warnings } = profile.policy.current();
  return `${JSON.stringify({ entries, obstacles, warnings }, null, 2)}\n`;
}
