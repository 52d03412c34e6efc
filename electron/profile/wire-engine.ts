import type { Rule } from '../../shared/model/rule.ts';
import { namedAccounts } from '../../shared/policy/named-accounts.ts';
import { rulesInForce } from '../../shared/policy/pinned-rules.ts';
import { underPolicy } from '../../shared/policy/settings-under-policy.ts';
import { meansDomain } from '../../shared/rules/domain-selectors.ts';
import type { Store } from '../ports/store.ts';
import type { Settings, SettingsDocument } from '../store/settings.ts';
import type { Vault } from '../store/vault-file.ts';
import type { EngineDeps } from '../sync/engine-deps.ts';
import type { Progress } from '../sync/progress.ts';
import type { Database } from './open-database.ts';
import type { PolicyFeed } from './policy-feed.ts';
import type { Surroundings } from './surroundings.ts';
import type { Providers } from './wire-providers.ts';

export interface EngineOptions {
  readonly surroundings: Surroundings;
  readonly progress: (event: Progress) => void;
  /** Keep what the window shows of every calendar, not only what the rules need. */
  readonly mirrorAll?: boolean;
}

/** What the engine is handed: settings and policy as they are at each look, and the providers of this profile. */
export function wireEngine(
  { surroundings, progress, mirrorAll = false }: EngineOptions,
  settings: Settings,
  policy: PolicyFeed,
  { store, afterCycle }: Database,
  vault: Vault,
  providers: Providers,
): EngineDeps {
  return {
    ...surroundings,
    store,
    vault,
    settings: () => {
      const kept = settings.read();
      const { accounts, leaving, zone, manualBlocks, otherDevices } = kept;
      const managed = policy.current();
      return {
        accounts,
        leaving,
        rules: rulesFor(policy, store, kept),
        policy: managed,
        zone: zone ?? surroundings.systemZone(),
        window: underPolicy(managed, kept, settings.chosen()).window,
        manualBlocks,
        otherDevices,
        mirrorAll,
      };
    },
    provider: (account) => providers.provider(account),
    clockSkewMs: (account) => providers.clockSkewMs(account),
    progress: (event) => {
      if (event.kind === 'cycleEnded') afterCycle();
      progress(event);
    },
  };
}

/** The organisation's rules, then the person's own, by the names that they have today. */
export function rulesFor(
  policy: PolicyFeed,
  store: Store,
  { accounts, rules: own }: Pick<SettingsDocument, 'accounts' | 'rules'>,
): readonly Rule[] {
  const { values } = policy.current();
  // Asked for at every step: whose calendars they are is looked up where a rule can name domains only.
  return values.PinnedRules === undefined && !own.some(({ exclude }) => exclude.some(meansDomain))
    ? own
    : rulesInForce(values, own, namedAccounts(accounts, store.calendars()));
}
