import type { Health } from '../../shared/ipc/activity.ts';
import type { Account } from '../../shared/model/account.ts';
import { pairKey } from '../../shared/plan/stopped.ts';
import { DAY, plus, type Instant } from '../../shared/time/instant.ts';
import { goodOutcomes } from '../../shared/view/deed-sentence.ts';
import { percentile } from '../../shared/view/percentile.ts';
import type { AuditEntry } from '../ports/store.ts';
import type { RunningApp } from './running-app.ts';

/** What health speaks about. */
const SPAN_MS = 7 * DAY;
const CYCLES = 200;

/** How well it goes, account by account, and which calendar's data goes where. */
export function healthOf(app: RunningApp): Health {
  const { settings, store } = app.profile;
  const since = plus(app.now(), -SPAN_MS);
  const writes = writesSince(app, since);
  const samples = store.latenciesSince(since);
  const intents = store.openIntents();
  const accountOf = accountByCalendar(app);
  return {
    accounts: settings.read().accounts.map(({ id }) => {
      const own = writes.filter(({ target }) => accountOf(target) === id);
      const ms = samples.filter(({ account }) => account === id).map((sample) => sample.ms);
      return {
        account: id,
        latencyP50: percentile(ms, 0.5),
        latencyP95: percentile(ms, 0.95),
        successRate:
          own.length === 0
            ? null
            : own.filter(({ outcome }) => goodOutcomes.includes(outcome)).length / own.length,
        quotaShare: app.profile.providers.ledger.totals(id).quotaShare,
        queue: intents.filter(({ intended }) => accountOf(intended.target) === id).length,
        lastError: app.loop.standings.of(id).lastError,
      };
    }),
    cycles: store
      .lastCycles(CYCLES)
      .map((cycle) => ({ ...cycle }))
      .reverse(),
    flows: flowsOf(app),
  };
}

function writesSince({ profile }: RunningApp, since: Instant): readonly AuditEntry[] {
  const found: AuditEntry[] = [];
  for (const entry of profile.store.auditEntries(since)) {
    if (entry.action === 'create' || entry.action === 'update' || entry.action === 'delete')
      found.push(entry);
  }
  return found;
}

function accountByCalendar({
  profile,
}: RunningApp): (calendar: string | null) => Account['id'] | null {
  const accounts = new Map<string | null, Account['id']>(
    profile.store.calendars().map(({ id, account }) => [id, account]),
  );
  return (calendar) => accounts.get(calendar) ?? null;
}

function flowsOf({ profile }: RunningApp): Health['flows'] {
  const { engine, store } = profile;
  const input = engine.inputUnder(profile.rulesInForce());
  const listed = new Set(store.calendars().map(({ id }) => id));
  return input.rules.flatMap(({ compiled, sources, targets }) =>
    sources
      .filter((source) => listed.has(source))
      .flatMap((source) =>
        targets
          .filter(
            (target) =>
              target !== source && !input.stopped.has(pairKey(compiled.rule.id, source, target)),
          )
          .map((target) => ({
            source,
            target,
            rule: compiled.rule.id,
            level: compiled.rule.mask.level,
          })),
      ),
  );
}
