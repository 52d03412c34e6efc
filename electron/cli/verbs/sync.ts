import { SingleBar } from 'cli-progress';
import type { CycleReport } from '../../sync/cycle-report.ts';
import type { Progress } from '../../sync/progress.ts';
import { Bell } from '../../sync/bell.ts';
import { watch } from '../../sync/watch.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { DepartureTries } from '../../profile/departure-tries.ts';
import type { Departure } from '../../profile/departure.ts';
import { departAll } from '../../profile/departures.ts';
import { problemsOf, type Problem } from '../../profile/failure-words.ts';
import { keepRecords } from '../../profile/keep-records.ts';
import type { Profile } from '../../profile/profile.ts';
import { requestsByLabel, type RequestsByLabel } from '../requests-by-label.ts';
import { waitingLines } from '../waiting-lines.ts';
import { answer, withProfile, type Session } from '../session.ts';

/** What `sync --once --json` prints. */
export interface SyncView {
  readonly ok: boolean;
  readonly pulled: number;
  readonly created: number;
  readonly updated: number;
  readonly deleted: number;
  readonly held: number;
  readonly failed: number;
  readonly skipped: number;
  /** Accounts that were still being read when the cycle ended: a later one tells how they stand. */
  readonly reading: readonly string[];
  /** Accounts that are to go as soon as their blocks could be removed. */
  readonly leaving: readonly string[];
  readonly requests: RequestsByLabel;
  readonly problems: readonly Problem[];
  readonly durationMs: number;
}

export function syncVerb(
  session: Session,
  { watch: keepOn }: { readonly watch?: boolean },
): Promise<ExitCode> {
  const bar = progressBar(session);
  return withProfile(
    session,
    (profile) =>
      keepOn === true ? syncForever(session, profile) : syncOnce(session, profile, bar),
    bar.tell,
  );
}

async function syncOnce(session: Session, profile: Profile, bar: Bar): Promise<ExitCode> {
  const report = await profile.engine.once(session.signal);
  bar.stop();
  await keepRecords(profile);
  const departures = await departAll(profile, new DepartureTries(), session.signal);
  const view = viewOf(profile, report, departures);
  answer(session, view, () => [wordsOf(view), ...departureLines(departures)].join('\n'));
  if (session.signal.aborted) return exitCodes.interrupted;
  return view.ok ? exitCodes.ok : exitCodes.incomplete;
}

async function syncForever(session: Session, profile: Profile): Promise<ExitCode> {
  const { providers, settings, engine, engineDeps } = profile;
  const tries = new DepartureTries();
  await watch(
    {
      ...engineDeps,
      engine,
      // A command knows nothing of its user or the power supply: it polls as for somebody at work.
      surroundings: () => ({ userActive: true, onBattery: false }),
      quotaShare: () =>
        Math.max(0, ...settings.read().accounts.map(({ id }) => providers.ledger.inUse(id))),
      bell: new Bell(),
      paused: () => false,
      onSchedule: () => undefined,
      onReport: (report) => {
        void keepRecords(profile);
        const tell = (departures: readonly Departure[]): void => {
          const view = viewOf(profile, report, departures);
          answer(session, view, () => [wordsOf(view), ...departureLines(departures)].join('\n'));
        };
        void departAll(profile, tries, session.signal).then(tell, (error: unknown) => {
          // A profile that Ctrl-C has closed is no problem of anybody's.
          if (!session.signal.aborted) throw error;
        });
      },
    },
    session.signal,
  );
  return exitCodes.ok;
}

export function viewOf(
  profile: Profile,
  report: CycleReport,
  departures: readonly Departure[] = [],
): SyncView {
  const { accounts } = profile.settings.read();
  const waiting = departures.filter(({ done }) => !done);
  return {
    ok: report.ok && waiting.length === 0,
    pulled: report.pulled,
    created: report.created,
    updated: report.updated,
    deleted: report.deleted,
    held: report.held,
    failed: report.failed,
    skipped: report.skipped,
    reading: accounts.filter(({ id }) => report.unheard.includes(id)).map(({ label }) => label),
    leaving: waiting.map(({ account }) => account.label),
    requests: requestsByLabel(accounts, profile.providers.ledger),
    problems: problemsOf(
      accounts,
      profile.store.calendars(),
      report.accounts.flatMap(({ account, failures }) =>
        failures.map((one) => ({ account, ...one })),
      ),
    ),
    durationMs: Math.round(report.durationMs),
  };
}

function wordsOf(view: SyncView): string {
  const requests = Object.values(view.requests).reduce((sum, { total }) => sum + total, 0);
  const lines = [
    `${view.ok ? 'In sync' : 'Not everything is done'}: ${view.pulled} changes read; ` +
      `${view.created} blocks created, ${view.updated} changed, ${view.deleted} removed; ` +
      `${requests} requests in ${(view.durationMs / 1000).toFixed(1)} s.`,
  ];
  if (view.held > 0) lines.push(`${view.held} removals wait for you: see "umbra holds list".`);
  if (view.failed > 0)
    lines.push(`${view.failed} writes are outstanding; the next sync goes on with them.`);
  if (view.skipped > 0)
    lines.push(`${view.skipped} events could not be understood and were left out.`);
  lines.push(
    ...view.reading.map((label) => `"${label}" takes long to read; the next sync goes on.`),
  );
  return [...lines, ...view.problems.map(({ message }) => message)].join('\n');
}

function departureLines(departures: readonly Departure[]): readonly string[] {
  return departures.flatMap((departure) =>
    departure.done
      ? [`"${departure.account.label}" is removed, with ${departure.removed} blocks.`]
      : waitingLines(departure),
  );
}

interface Bar {
  readonly tell: (event: Progress) => void;
  readonly stop: () => void;
}

/** Reading, then writing, as one bar on stderr; nothing where nobody looks. */
export function progressBar(session: Session): Bar {
  if (session.json || !session.interactive) return { tell: () => undefined, stop: () => undefined };
  const bar = new SingleBar({
    format: '{step} [{bar}] {value}/{total}',
    clearOnComplete: true,
    hideCursor: true,
    stream: process.stderr,
  });
  const shares = new Map<string, { done: number; of: number }>();
  let step = '';
  const show = (name: string, account: string, done: number, of: number): void => {
    if (step !== name) {
      shares.clear();
      if (step !== '') bar.stop();
      step = name;
      bar.start(of, 0, { step: name });
    }
    shares.set(account, { done, of });
    bar.setTotal([...shares.values()].reduce((sum, share) => sum + share.of, 0));
    bar.update([...shares.values()].reduce((sum, share) => sum + share.done, 0));
  };
  return {
    tell: (event) => {
      if (event.kind === 'pulled') show('Reading', event.account, event.done, event.of);
      if (event.kind === 'pushed') show('Writing', event.account, event.done, event.of);
    },
    stop: () => {
      if (step !== '') bar.stop();
      step = '';
    },
  };
}
