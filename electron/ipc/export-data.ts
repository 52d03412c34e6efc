import { csvCell } from '../profile/csv-cell.ts';
import { refsOf } from './calendar-of.ts';
import type { RunningApp } from './running-app.ts';

const columns = ['sequence', 'at', 'action', 'outcome', 'rule', 'target', 'key', 'hash'] as const;

/** The audit log as a file, oldest first: calendars by their names, no texts of events. */
export function auditText(app: RunningApp, format: 'csv' | 'ndjson'): string {
  const ref = refsOf(app);
  const lines = format === 'csv' ? [columns.join(',')] : [];
  for (const entry of app.profile.store.auditEntries()) {
    const view = {
      ...entry,
      at: new Date(entry.at).toISOString(),
      target: entry.target === null ? null : ref(entry.target),
    };
    lines.push(
      format === 'csv'
        ? columns.map((column) => csvCell(view[column])).join(',')
        : JSON.stringify(view),
    );
  }
  return `${lines.join('\n')}\n`;
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
