/** The program while it runs: one opened profile, its engine and the loop that keeps the blocks in place. */
import { UserError } from '../../shared/errors/errors.ts';
import type { Topic } from '../../shared/ipc/contract.ts';
import { instant, type Instant } from '../../shared/time/instant.ts';
import { isPaused, pauseEnd } from '../../shared/time/pause-end.ts';
import type { Desktop } from '../ports/desktop.ts';
import type { SignIn } from '../ports/sign-in.ts';
import { nameProblem, openProfile, type Profile } from '../profile/profile.ts';
import { startSampleClouds } from '../profile/sample-clouds.ts';
import type { Surroundings } from '../profile/surroundings.ts';
import { Bell } from '../sync/bell.ts';
import type { CycleReport } from '../sync/cycle-report.ts';
import type { Progress } from '../sync/progress.ts';
import type { Surroundings as Presence } from '../sync/schedule.ts';
import { watch } from '../sync/watch.ts';
import { Announcer, type ChangeListener } from './announcer.ts';
import { nextPulse, type Pulse } from './pulse.ts';
import { Standings } from './standings.ts';

export interface RunningAppOptions {
  /** The profile's folder; made if it is missing. */
  readonly directory: string;
  readonly surroundings: Surroundings;
  /** Of the program, as people read it. */
  readonly version: string;
  readonly desktop: Desktop;
  /** Null where nobody can sign in. */
  readonly signIn: SignIn | null;
  /** Whether somebody is at the computer, and what feeds it. */
  readonly presence: () => Presence;
  /** Told of mistakes of the program: the shell writes them to its log. They hold nothing of anybody's calendar. */
  readonly onMistake: (error: unknown) => void;
}

/** So long may a cycle take to end when the program does. */
const LAST_WORDS_MS = 5_000;
/** After a failure of the disk or the program itself, the loop begins anew after this. */
const REST_MS = 60_000;

/** What `appState` and the handlers read of the running cycle. */
export interface Running {
  pulse: Pulse | null;
  dueAt: Instant | null;
  report: CycleReport | null;
  problem: UserError | null;
}

export class RunningApp {
  readonly options: RunningAppOptions;
  readonly standings = new Standings();
  readonly running: Running = { pulse: null, dueAt: null, report: null, problem: null };
  readonly #bell = new Bell();
  readonly #announcer: Announcer;
  #profile: Profile | null = null;
  #stopping = new AbortController();
  #loop: Promise<void> = Promise.resolve();
  #conflicts: { readonly at: Instant; readonly count: number } | null = null;

  private constructor(options: RunningAppOptions) {
    this.options = options;
    this.#announcer = new Announcer(options.surroundings.clock);
  }

  /** Opens the profile; begins nothing. Throws a `UserError` where the profile can't be used. */
  static async open(options: RunningAppOptions): Promise<RunningApp> {
    const app = new RunningApp(options);
    app.#profile = await app.#open();
    return app;
  }

  get profile(): Profile {
    if (this.#profile === null) throw new UserError('store.busy');
    return this.#profile;
  }

  /** Aborted when the program ends, or its profile is closed. */
  get signal(): AbortSignal {
    return this.#stopping.signal;
  }

  /** The user's zone (IANA). */
  get zone(): string {
    return this.profile.settings.read().zone ?? this.options.surroundings.systemZone();
  }

  now(): Instant {
    return this.options.surroundings.clock.now();
  }

  /** Begins to keep the blocks in place. */
  start(): void {
    this.#loop = this.#watch(this.#stopping.signal);
  }

  /** Ends the cycle under way, or cuts it off after five seconds, and closes the profile. */
  async stop(): Promise<void> {
    const { clock } = this.options.surroundings;
    this.#stopping.abort(new Error('the program ends'));
    const enough = new AbortController();
    await Promise.race([
      this.#loop,
      clock.sleep(LAST_WORDS_MS, enough.signal).catch(() => undefined),
    ]);
    enough.abort();
    const profile = this.#profile;
    this.#profile = null;
    await profile?.close();
  }

  /** Stops, does something to the closed profile's folder, and begins anew. */
  async renew(work: (directory: string) => void): Promise<void> {
    await this.stop();
    work(this.options.directory);
    this.#stopping = new AbortController();
    Object.assign(this.running, { pulse: null, dueAt: null, report: null, problem: null });
    this.#profile = await this.#open();
    this.start();
    this.changed('app', 'events', 'rules', 'holds', 'accounts', 'activity', 'settings');
  }

  /** A cycle as soon as possible, also while paused. */
  syncNow(): void {
    this.#bell.ring(true);
  }

  /** Something happened that the next cycle should not wait for: a new rule, the network, the end of sleep. */
  nudge(): void {
    this.#bell.ring();
  }

  pause(length: Parameters<typeof pauseEnd>[0]): void {
    this.profile.settings.savePause(pauseEnd(length, this.now(), this.zone));
    this.changed('app');
  }

  resume(): void {
    this.profile.settings.savePause(null);
    this.#bell.ring();
    this.changed('app');
  }

  /** Calls back with what may look different; returns how to stop that. */
  onChange(listener: ChangeListener): () => void {
    return this.#announcer.listen(listener);
  }

  changed(...topics: readonly Topic[]): void {
    if (topics.includes('events') || topics.includes('settings')) this.#conflicts = null;
    this.#announcer.announce(...topics);
  }

  /** How many double bookings lie ahead; counted again when events changed, or after an hour. */
  conflictCount(count: () => number): number {
    const now = this.now();
    if (this.#conflicts === null || Math.abs(now - this.#conflicts.at) > 3_600_000)
      this.#conflicts = { at: instant(now), count: count() };
    return this.#conflicts.count;
  }

  #open(): Promise<Profile> {
    const { directory, surroundings, signIn, onMistake } = this.options;
    return openProfile({
      directory,
      surroundings,
      mirrorAll: true,
      ...(signIn === null ? {} : { tokens: (account) => signIn.tokens(account) }),
      progress: (event) => this.#progress(event),
      samples: () =>
        startSampleClouds({ surroundings, directory, remark: (text) => onMistake(text) }),
    });
  }

  #progress(event: Progress): void {
    this.running.pulse = nextPulse(this.running.pulse, event);
    this.changed('app');
  }

  async #watch(signal: AbortSignal): Promise<void> {
    const { clock, random } = this.options.surroundings;
    while (!signal.aborted) {
      try {
        await watch(
          {
            engine: this.profile.engine,
            clock,
            random,
            bell: this.#bell,
            surroundings: this.options.presence,
            quotaShare: () => this.#quotaShare(),
            paused: () => this.#paused(),
            onSchedule: (due) => {
              this.running.dueAt = due;
            },
            onReport: (report) => this.#follow(report),
          },
          signal,
        );
      } catch (error) {
        this.#stumble(error);
        await this.#bell.nap(clock, REST_MS, signal);
      }
    }
  }

  #follow(report: CycleReport): void {
    const { profile } = this;
    const { settings, store } = profile;
    this.running.report = report;
    this.running.problem = null;
    this.standings.follow(report, settings.read().accounts, store.calendars());
    if (report.pulled + report.created + report.updated + report.deleted > 0)
      profile.samples()?.keep();
    this.changed('app', 'accounts', 'activity', 'holds', 'rules');
    if (report.pulled + report.created + report.updated + report.deleted > 0)
      this.changed('events');
  }

  /** The cycle itself failed. Everything is planned anew once it goes again. */
  #stumble(error: unknown): void {
    if (this.signal.aborted) return;
    const known = error instanceof UserError ? error : nameProblem(error, this.options.directory);
    if (known === null) this.options.onMistake(error);
    this.running.problem = known ?? new UserError('unexpected');
    this.running.pulse = null;
    this.profile.engine.planEverything();
    this.changed('app');
  }

  #paused(): boolean {
    const { settings } = this.profile;
    const { pausedUntil } = settings.read();
    if (pausedUntil === null) return false;
    if (isPaused(pausedUntil, this.now())) return true;
    settings.savePause(null);
    this.changed('app');
    return false;
  }

  #quotaShare(): number {
    const { settings, providers } = this.profile;
    const shares = settings.read().accounts.map(({ id }) => providers.ledger.totals(id).quotaShare);
    return Math.max(0, ...shares);
  }
}
