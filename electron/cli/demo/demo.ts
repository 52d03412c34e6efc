import { mkdtempSync, readdirSync, existsSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../../../shared/errors/errors.ts';
import { WINDOW_DEFAULT, windowAt } from '../../../shared/time/window.ts';
import { sampleWorld } from '../../simulator/sample/sample-world.ts';
import { liveThrough } from '../../simulator/sample/scenario.ts';
import type { World, WorldCalendar } from '../../simulator/world/types.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { unmanaged } from '../../ports/policy-source.ts';
import { openProfile, type Profile } from '../../profile/profile.ts';
import { joinReports, type CycleReport } from '../../sync/cycle-report.ts';
import { hostClouds, worldDeps, type SampleClouds } from '../../profile/sample-clouds.ts';
import { sampleAccounts } from '../../profile/sample-accounts.ts';
import { answer, type Session } from '../session.ts';
import { progressBar } from '../verbs/sync.ts';
import { CloudWatch } from './cloud-watch.ts';
import { allCalendars, type Pairing } from './expected.ts';
import { checkInvariants, snapshotOthers, type Verdict } from './invariants.ts';
import { writesOf } from './minimum.ts';
import { sampleRules } from './sample-rules.ts';
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
  const { clock } = session.surroundings;
  const watch = new CloudWatch(() => clock.now());
  const world = sampleWorld(worldDeps(session));
  const bar = progressBar(session);
  const hosted: SampleClouds[] = [];
  const profile = await openProfile({
    directory: session.directory,
    // The people of the demonstration are nobody's employees.
    surroundings: { ...session.surroundings, policy: unmanaged },
    progress: bar.tell,
    samples: async () => {
      const clouds = await hostClouds(session, world, watch.options);
      hosted.push(clouds);
      return clouds;
    },
    forceSamples: true,
  });
  try {
    const [clouds] = hosted;
    if (clouds === undefined) throw new Error('The simulated clouds did not start');
    return await play({ session, profile, clouds, watch, stopBar: bar.stop });
  } finally {
    await profile.close();
  }
}

interface Stage {
  readonly session: Session;
  readonly profile: Profile;
  readonly clouds: SampleClouds;
  readonly watch: CloudWatch;
  readonly stopBar: () => void;
}

/** Three rounds: everything new, after people changed their calendars, and nothing new. */
async function play(stage: Stage): Promise<ExitCode> {
  const { session, profile, clouds, watch } = stage;
  const { clock, random } = session.surroundings;
  const started = clock.monotonic();
  const say = (text: string): void => {
    if (!session.json) session.print(text);
  };
  const scene = arrange(profile, clouds.world, clouds);
  say(`The simulated clouds are up: ${scene.accounts} accounts, ${scene.calendars} calendars.`);
  say('Synchronising them …');
  const first = await playRound(stage, scene, 'First sync');
  say('People change their calendars …');
  const changedAt = clock.now();
  const steps = liveThrough(clouds.world, () => random.next());
  const second = await playRound(stage, scene, 'After changes');
  const latencies = watch.writes.map(({ at }) => at - changedAt);
  const third = await playRound(stage, scene, 'Nothing new');
  const played = [first, second, third];
  const rounds = played.map(({ round }) => round);
  const view = demoView({
    rounds,
    verdicts: [
      ...played.flatMap(({ verdicts }) => verdicts),
      ...aboutRounds(rounds, scene.calendars),
    ],
    latencies,
    durationMs: clock.monotonic() - started,
  });
  answer(session, view, () => demoWords(view, rounds, steps));
  return view.ok ? exitCodes.ok : exitCodes.broken;
}

async function playRound(
  { session, profile, clouds, watch, stopBar }: Stage,
  { zone, pairing }: Scene,
  name: string,
): Promise<{ readonly round: Round; readonly verdicts: readonly Verdict[] }> {
  const { world } = clouds;
  const before = snapshotOthers(world);
  const since = { audit: auditLength(profile), requests: requestsNow(profile, world.accounts()) };
  watch.next();
  const report = await untilSettled(profile, session.signal);
  stopBar();
  const window = windowAt(session.surroundings.clock.now(), zone, WINDOW_DEFAULT);
  const verdicts = checkInvariants(clouds, watch, pairing, window, before);
  return {
    round: roundOf(name, profile, world, report, window, since, since.audit === 0),
    verdicts: verdicts.map((one) => ({ ...one, name: `${name}: ${one.name}` })),
  };
}

/** On a busy machine answers come too late to be heard; what became of those writes shows in the cycles after. */
const MORE_CYCLES = 2;

/** What a round is to prove holds within the cycles that the contract allows (sync-engine.md, Safety 5). */
async function untilSettled({ engine }: Profile, signal: AbortSignal): Promise<CycleReport> {
  let last = await engine.once(signal);
  let all = last;
  for (let more = 0; more < MORE_CYCLES && !last.ok; more++) {
    last = await engine.once(signal);
    all = joinReports(all, last);
  }
  return all;
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
