import { DAY, plus } from '../../shared/time/instant.ts';
import type { Profile } from './profile.ts';

/**
 * What is due for the records after every cycle: what was in use of the quotas is written down,
 * entries that are over go, those that are to be forwarded do. Costs a look
 * when nothing is due. The promise is of the forwarding only, which may wait for a slow disk; nothing else has to.
 */
export function keepRecords(profile: Profile): Promise<void> {
  const { store, engineDeps, forwarding, settings, providers } = profile;
  const now = engineDeps.clock.now();
  for (const { id } of settings.read().accounts) {
    const share = providers.ledger.takePeak(id);
    if (share > 0) store.recordQuota(id, now, share);
  }
  const { auditRetentionDays } = profile.recordTerms();
  const gone = store.pruneAudit(plus(now, -auditRetentionDays * DAY), forwarding.through());
  if (gone > 0)
    store.appendAudit({
      at: now,
      action: 'retention',
      rule: null,
      target: null,
      key: null,
      outcome: `removed ${gone}`,
    });
  return forwarding.forward();
}
