/** The program while it runs: one opened profile, its engine and the loop that keeps the blocks in place. */
import { UserError } from '../../shared/errors/errors.ts';
import type { Topic } from '../../shared/ipc/contract.ts';
import type { ManagedPolicy } from '../../shared/policy/resolve.ts';
import type { Instant } from '../../shared/time/instant.ts';
import { isPaused, pauseEnd } from '../../shared/time/pause-end.ts';
import type { Desktop } from '../ports/desktop.ts';
import type { SignIn } from '../ports/sign-in.ts';
import { eraseProfileFiles } from '../profile/erase-profile-files.ts';
import type { Departure } from '../profile/departure.ts';
import { openProfile, type Profile, type ProfileOptions } from '../profile/profile.ts';
import { startSampleClouds } from '../profile/sample-clouds.ts';
import type { SignInGiven } from '../profile/sign-in-choices.ts';
import type { Surroundings } from '../profile/surroundings.ts';
import type { OpenVault } from '../profile/vault-keeping.ts';
import type { Surroundings as Presence } from '../sync/schedule.ts';
import { Announcer, type ChangeListener } from './announcer.ts';
import { ConflictCount } from './conflict-count.ts';
import { CycleLoop } from './cycle-loop.ts';
import { LeavingAccounts } from './leaving-accounts.ts';
import { LoginUnderPolicy } from './login-under-policy.ts';

export interface RunningAppOptions {
  /** The profile's folder; made if it is missing. */
  readonly directory: string;
  readonly surroundings: Surroundings;
  /** Of the program, as people read it. */
  readonly version: string;
  readonly desktop: Desktop;
  /** Null where nobody can sign in. */
  readonly signIn: SignIn | null;
  /** What the package and a policy say about signing in; absent where nobody does. */
  readonly given?: () => SignInGiven;
  /** Opens the vault through the system's keychain; absent where it lies in a file. */
  readonly vault?: OpenVault;
  /** Whether somebody is at the computer, and what feeds it. */
  readonly presence: () => Presence;
  /** Told of mistakes of the program: the shell writes them to its log. They hold nothing of anybody's calendar. */
  readonly onMistake: (error: unknown) => void;
}

/** So long may a cycle take to end when the program does. */
const LAST_WORDS_MS = 3_500;
/** When the machine ends there are two seconds for everything (security.md E3), and the audit log may want one of them. */
const LAST_BREATH_MS = 800;

function signInParts(signIn: SignIn): Required<Pick<ProfileOptions, 'oauthTokens' | 'signOut'>> {
  return {
    oauthTokens: (account) => signIn.tokens(account),
    signOut: (account, signal) => signIn.forget(account, signal),
  };
}

/** What holds from the opening of a profile to its closing. */
interface Open {
  readonly profile: Profile;
  readonly loop: CycleLoop;
  readonly stopping: AbortController;
  /** Ends the cycles alone; another one each time that they begin. */
  resting: AbortController;
  running: Promise<void>;
}

export class RunningApp {
  readonly options: RunningAppOptions;
  readonly #announcer: Announcer;
  #open: Open | null = null;
  #closing: Promise<void> = Promise.resolve();
  #asleep = false;
  #policyAtStart: ManagedPolicy | null = null;
  readonly #login = new LoginUnderPolicy();
  #leavesNothing = false;
  readonly #conflicts = new ConflictCount();
  readonly #leaving = new LeavingAccounts((departure) => {
    this.loop.standings.departed(departure);
    this.changed('accounts', 'app', 'activity');
  });

  private constructor(options: RunningAppOptions) {
    this.options = options;
    this.#announcer = new Announcer(options.surroundings.clock);
  }

  /** Opens the profile; begins nothing. Throws a `UserError` where the profile can't be used. */
  static async open(options: RunningAppOptions): Promise<RunningApp> {
    const app = new RunningApp(options);
    await app.#openProfile();
    return app;
  }

  get profile(): Profile {
    return this.#current.profile;
  }

  /** As administrators left it when the program was started: some policies are read then and not again. */
  get policyAtStart(): ManagedPolicy {
    return this.#policyAtStart ?? this.profile.policy.current();
  }

  /** How the cycles go. */
  get loop(): CycleLoop {
    return this.#current.loop;
  }

  /** Aborted when the program ends, or its profile is closed. */
  get signal(): AbortSignal {
    return this.#current.stopping.signal;
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
    const open = this.#current;
    this.#login.apply(open.profile, this.options.desktop);
    open.resting = new AbortController();
    const signal = AbortSignal.any([open.stopping.signal, open.resting.signal]);
    open.running = Promise.all([
      open.loop.run(open.profile, signal),
      open.profile.policy.follow(
        this.options.surroundings.clock,
        () => this.#policyChanged(),
        signal,
      ),
    ]).then(() => undefined);
  }

  /** Does something while no cycle runs and none can begin; the cycles go on after it, unless the profile was closed. */
  async withoutCycles<T>(work: () => Promise<T>): Promise<T> {
    const open = this.#current;
    const rest = (): void => open.resting.abort(new Error('no cycle may run now'));
    // One under way comes to its end: a write that is cut off may still land.
    await open.profile.engine.alone(null, rest, open.stopping.signal);
    await open.running;
    try {
      return await work();
    } finally {
      if (this.#open === open) this.start();
    }
  }

  /**
   * Ends the cycle under way, or cuts it off after five seconds (`hurry`: after one), and closes the profile. Whoever asks
   * a second time waits for the same end: the process must not be gone before it.
   */
  stop({ hurry = false } = {}): Promise<void> {
    const open = this.#open;
    this.#open = null;
    if (open !== null) this.#closing = this.#close(open, hurry ? LAST_BREATH_MS : LAST_WORDS_MS);
    return this.#closing;
  }

  async #close(open: Open, patienceMs: number): Promise<void> {
    open.stopping.abort(new Error('the program ends'));
    const enough = new AbortController();
    const { clock } = this.options.surroundings;
    const quiet = open.profile.engine.alone(null, () => undefined, open.stopping.signal);
    const patience = clock.sleep(patienceMs, enough.signal).catch(() => undefined);
    await Promise.race([Promise.all([open.running, quiet]), patience]);
    enough.abort();
    const { rules } = open.profile.settings.read();
    const accounts = open.profile.settings.reachable();
    await open.profile.close();
    const unused = accounts.length === 0 && rules.length === 0;
    if (this.#leavesNothing && unused)
      eraseProfileFiles(this.options.directory, { withWindow: false });
  }

  /** Stops, does something to the closed profile's folder, and begins anew. */
  async renew(work: (directory: string) => void): Promise<void> {
    await this.stop();
    work(this.options.directory);
    await this.#openProfile();
    this.start();
    this.changed('app', 'events', 'rules', 'holds', 'accounts', 'activity', 'settings');
  }

  /** Everything was erased: if nobody begins anew until the program ends, no file of it is left. */
  leaveNothing(): void {
    this.#leavesNothing = true;
  }

  /** A cycle as soon as possible, also while paused. */
  syncNow(): void {
    this.#leaving.askedFor();
    this.loop.bell.ring(true);
  }

  /** Something happened that the next cycle should not wait for: a new rule, another zone, the network. */
  nudge(): void {
    this.loop.bell.ring();
  }

  /** The computer is about to sleep: no cycle begins until `wake`. */
  sleep(): void {
    this.#asleep = true;
  }

  wake(): void {
    this.#asleep = false;
    this.nudge();
  }

  pause(length: Parameters<typeof pauseEnd>[0]): void {
    this.profile.settings.savePause(pauseEnd(length, this.now(), this.zone));
    this.changed('app');
  }

  resume(): void {
    this.profile.settings.savePause(null);
    this.nudge();
    this.changed('app');
  }

  /** Calls back with what may look different; returns how to stop that. */
  onChange(listener: ChangeListener): () => void {
    return this.#announcer.listen(listener);
  }

  changed(...topics: readonly Topic[]): void {
    if (topics.includes('events') || topics.includes('settings')) this.#conflicts.forget();
    this.#announcer.announce(...topics);
  }

  /** How many double bookings lie ahead; `count` counts them where no number is kept. */
  conflictCount(count: () => number): number {
    return this.#conflicts.current(this.now(), count);
  }

  get #current(): Open {
    if (this.#open === null) throw new UserError('store.closed');
    return this.#open;
  }

  async #openProfile(): Promise<void> {
    const { directory, surroundings, signIn, onMistake, presence, vault } = this.options;
    const loop = new CycleLoop({
      surroundings,
      presence,
      onMistake,
      paused: () => this.#asleep || this.#paused(),
      changed: (...topics) => this.changed(...topics),
      ended: () => void this.#tidyUp().catch(onMistake),
    });
    const profile = await openProfile({
      directory,
      surroundings,
      mirrorAll: true,
      ...(vault === undefined ? {} : { vault }),
      ...(signIn === null ? {} : signInParts(signIn)),
      progress: (event) => loop.follow(event),
      samples: () => startSampleClouds({ surroundings, directory, remark: onMistake }),
    });
    // A profile that is opened anew is no new start.
    this.#policyAtStart ??= profile.policy.current();
    const stopping = new AbortController();
    this.#open = {
      ...{ profile, loop, stopping },
      resting: new AbortController(),
      running: Promise.resolve(),
    };
    // Before anybody can sign in: a secret without an account is what a crash has left.
    await signIn?.sweep(profile.settings.reachable()).catch(onMistake);
  }

  /** What earlier removals and sign-outs without a network left behind (security.md S9). */
  async #tidyUp(): Promise<void> {
    const { profile, signal } = this;
    await this.options.signIn?.settle(signal);
    await this.#leaving.seeOff(profile, signal);
  }

  /** An account on its way out was tried, and perhaps is gone. */
  departed(departure: Departure): void {
    this.#leaving.tried(departure, this.now());
  }

  /** An administrator changed something: it holds from the next cycle on, which begins now. */
  #policyChanged(): void {
    const { profile } = this;
    this.#login.apply(profile, this.options.desktop);
    this.nudge();
    this.changed('app', 'rules', 'accounts', 'settings', 'events');
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
}
