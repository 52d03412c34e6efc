import { mkdtempSync, readdirSync, existsSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../../../shared/errors/errors.ts';
import { windowAt } from '../../../shared/time/window.ts';
import { sampleWorld } from '../../simulator/sample/sample-world.ts';
import { liveThrough } from '../../simulator/sample/scenario.ts';
import type { World, WorldCalendar } from '../../simulator/world/types.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { openProfile, type Profile } from '../profile.ts';
import { hostClouds, worldDeps, type SampleClouds } from '../sample-clouds.ts';
import { answer, type Session } from '../session.ts';
import { progressBar } from '../verbs/sync.ts';
import { CloudWatch } from './cloud-watch.ts';
import { allCalendars, type Pairing } from './expected.ts';
import { checkInvariants, snapshotOthers, type Verdict } from './invariants.ts';
import { writesOf } from './minimum.ts';
import { sampleAccounts, sampleRules } from './people.ts';
import { demoView, demoWords } from './report.ts';
import { auditLength, requestsNow, roundOf, type Round } from './round.ts';

/** Runs the whole program on simulated clouds, over the wire, and checks every promise from outside. */
export async function demoVerb(session: Session): Promise<ExitCode> {
  const directory = session.profileGiven
    ? session.directory
    : mkdtempSync(join(tmpdir(), 'umbra-demo-'));
  if (session.profileGiven && existsSync(directory) && readdirSync(directory).length > 0) {
    throw new UserError('demo.profile-in-use', { file: directory });
  }
  try {
    return await runDemo({ ...session, directory });
  } finally {
    if (!session.profileGiven) rmSync(directory, { recursive: true, force: true });
  }
}

async function runDemo(session: Session): Promise<ExitCode> {
  const started = performance.now();
  const { clock, random } = session.surroundings;
  const watch = new CloudWatch(() => clock.now());
  const world = sampleWorld(worldDeps(session));
  const bar = progressBar(session);
  const say = (text: string): void => {
    if (!session.json) session.print(text);
  };
  let clouds: SampleClouds | null = null;
  const profile = await openProfile({
    directory: session.directory,
    surroundings: session.surroundings,
    progress: bar.tell,
    samples: async () => (clouds ??= await hostClouds(session, world, watch.options)),
    forceSamples: true,
  });
  try {
    if (clouds === null) throw new Error('The simulated clouds did not start');
    const running: SampleClouds = clouds;
    const scene = arrange(profile, world, running);
    say(
      `The simulated clouds are up: ${scene.accounts} accounts, ${scene.calendars} calendars. Synchronising them …`,
    );
    const rounds: Round[] = [];
    const verdicts: Verdict[] = [];
    const sync = async (name: string, first: boolean): Promise<void> => {
      const before = snapshotOthers(world);
      const since = {
        audit: auditLength(profile),
        requests: requestsNow(profile, world.accounts()),
      };
      watch.next();
      const report = await profile.engine.once(session.signal);
      bar.stop();
      const window = windowAt(clock.now(), scene.zone, { pastDays: 1, futureDays: 90 });
      rounds.push(roundOf(name, profile, world, report, window, since, first));
      verdicts.push(
        ...checkInvariants(running, watch, scene.pairing, window, before).map((one) => ({
          ...one,
          name: `${name}: ${one.name}`,
        })),
      );
    };
    await sync('First sync', true);
    say('People change their calendars …');
    const changedAt = clock.now();
    const steps = liveThrough(world, () => random.next());
    await sync('After changes', false);
    const latencies = watch.writes.map(({ at }) => at - changedAt);
    await sync('Nothing new', false);
    verdicts.push(...aboutRounds(rounds, scene.calendars));
    const view = demoView({ rounds, verdicts, latencies, durationMs: performance.now() - started });
    answer(session, view, () => demoWords(view, rounds, steps));
    return view.ok ? exitCodes.ok : exitCodes.broken;
  } finally {
    await profile.close();
  }
}

interface Scene {
  readonly accounts: number;
  readonly calendars: number;
  readonly zone: string;
  readonly pairing: Pairing;
}

/** Connects the sample person's accounts and gives her three rules. */
function arrange(profile: Profile, world: World, clouds: SampleClouds): Scene {
  const accounts = sampleAccounts(world, clouds);
  const labelOf = (email: string): string =>
    accounts.find((account) => account.email === email)?.label ?? '';
  const ref = (calendar: WorldCalendar): string =>
    `${labelOf(calendar.accountEmail)}/${calendar.name}`;
  const named = (label: string): WorldCalendar => {
    const found = allCalendars(world).find(
      (calendar) => labelOf(calendar.accountEmail) === label && calendar.isDefault,
    );
    if (found === undefined) throw new Error(`The sample lacks the account ${label}`);
    return found;
  };
  const [hub, personal, family] = [named('Advisory'), named('Private'), named('Family')];
  profile.settings.saveAccounts(accounts);
  profile.settings.saveRules(sampleRules(ref(hub), ref(personal), ref(family)));
  // Her home: all-day events count from midnight there.
  profile.settings.saveZone('Europe/Berlin');
  return {
    accounts: accounts.length,
    calendars: allCalendars(world).length,
    zone: 'Europe/Berlin',
    pairing: { hub: hub.id, personal: personal.id, family: family.id, label: labelOf },
  };
}

/** What only the rounds together show: a quiet cycle writes nothing and asks once per calendar. */
function aboutRounds(rounds: readonly Round[], calendars: number): readonly Verdict[] {
  const quiet = rounds.at(-1);
  if (quiet === undefined) return [];
  const writes = writesOf(quiet.report);
  const failures = rounds.flatMap(({ report }) =>
    report.accounts.flatMap(({ failures: of }) => of),
  );
  return [
    { name: 'A quiet cycle writes nothing', ok: writes === 0, detail: `${writes} writes` },
    {
      name: 'A quiet cycle asks once per calendar, and lists only what the cloud itself has touched',
      ok: quiet.requests.total <= quiet.requests.minimum,
      detail: `${quiet.requests.total} requests for ${calendars} calendars`,
    },
    {
      name: 'Every account answered',
      ok: failures.length === 0,
      detail: `${failures.length} failures`,
    },
  ];
}
