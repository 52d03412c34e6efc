import { auditLines, type AuditFormat } from '../profile/audit-text.ts';
import type { RunningApp } from './running-app.ts';

/** The audit log as a file. */
export function auditText({ profile }: RunningApp, format: AuditFormat): string {
  return `${[...auditLines(profile, format)].join('\n')}\n`;
}

/** Everything that the program holds, as one JSON text. The vault's key and tokens are no part of it. */
export function everything(app: RunningApp): string {
  const { settings, store } = app.profile;
  const calendars = store.calendars();
  const since = 0 as ReturnType<RunningApp['now']>;
  return JSON.stringify(
    {
      format: 1,
      exportedAt: new Date(app.now()).toISOString(),
      version: app.options.version,
      settings: settings.read(),
      calendars,
      events: calendars.flatMap(({ id }) => store.eventsOf(id)),
      blocks: calendars.flatMap(({ id }) => store.blocksOn(id)),
      holds: store.holds(),
      cycles: store.lastCycles(10_000),
      latencies: store.latenciesSince(since),
      activity: [...store.auditEntries()],
    },
    null,
    2,
  );
}
