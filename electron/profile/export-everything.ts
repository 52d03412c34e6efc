import { instant } from '../../shared/time/instant.ts';
import { requireExport } from './policy-guard.ts';
import type { Profile } from './profile.ts';

const ALWAYS = instant(0);

/**
 * Everything that the program holds, as one JSON text: the person's right to have it (security.md A6). The vault's key and
 * what opens accounts are no part of it: they are means, not data. Throws where policy
 * forbids exports.
 */
export function exportEverything(profile: Profile, version: string): string {
  requireExport(profile);
  const { settings, store, forwarding, engineDeps } = profile;
  const terms = profile.recordTerms();
  const calendars = store.calendars();
  // Blocks outlive the list of calendars that they lie on.
  const targets = new Set([
    ...calendars.map(({ id }) => id),
    ...store.blockCounts().map(({ target }) => target),
  ]);
  return JSON.stringify(
    {
      format: 2,
      exportedAt: new Date(engineDeps.clock.now()).toISOString(),
      version,
      settings: settings.read(),
      calendars,
      reads: calendars.flatMap(({ id }) => {
        const read = store.cursor(id);
        return read === null
          ? []
          : [{ calendar: id, at: read.at, window: read.window, needs: read.needs }];
      }),
      events: calendars.flatMap(({ id }) => store.eventsOf(id)),
      blocks: [...targets].flatMap((target) => store.blocksOn(target)),
      outstanding: store.openIntents(),
      holds: store.holds(),
      cycles: store.lastCycles(Number.MAX_SAFE_INTEGER),
      latencies: store.latenciesSince(ALWAYS),
      measures: store.measuresSince(ALWAYS),
      activity: [...store.auditEntries()],
      auditLog: { retentionDays: terms.auditRetentionDays, forwarding: forwarding.state() },
    },
    null,
    2,
  );
}

/** To be called when an export has really left the program. */
export function auditExport({ store, engineDeps }: Profile, what: 'data' | 'log'): void {
  store.appendAudit({
    at: engineDeps.clock.now(),
    action: 'export',
    by: 'person',
    rule: null,
    target: null,
    key: null,
    outcome: what,
  });
}
