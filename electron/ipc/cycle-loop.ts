import { UserError } from '../../shared/errors/errors.ts';
import type { Topic } from '../../shared/ipc/contract.ts';
import type { Instant } from '../../shared/time/instant.ts';
import { missedNow, type MissedGoal } from '../profile/health-figures.ts';
import { keepRecords } from '../profile/keep-records.ts';
import { nameProblem } from '../profile/profile-problems.ts';
import type { Profile } from '../profile/profile.ts';
import type { Surroundings } from '../profile/surroundings.ts';
import { Bell } from '../sync/bell.ts';
import type { CycleReport } from '../sync/cycle-report.ts';
import type { Progress } from '../sync/progress.ts';
import type { Surroundings as Presence } from '../sync/schedule.ts';
import { watch } from '../sync/watch.ts';
import { nextPulse, type Pulse } from './pulse.ts';
import { Standings } from './standings.ts';

export interface CycleLoopDeps {
  readonly surroundings: Surroundings;
  readonly presence: () => Presence;
  /** While true, only what the user insists on is done. */
  readonly paused: () => boolean;
  readonly changed: (...topics: readonly Topic[]) => void;
  /** Told after each cycle that came to its end. */
  readonly ended: () => void;
  readonly onMistake: (error: unknown) => void;
}

/** After a failure of the disk or the program itself, the loop begins anew after this. */
const REST_MS = 60_000;

/** Runs cycles as long as the profile is open, and knows how the last one went. */
export class CycleLoop {
  readonly standings = new Standings();
  readonly bell = new Bell();
  readonly #deps: CycleLoopDeps;
  #pulse: Pulse | null = null;
  #dueAt: Instant | null = null;
  #report: CycleReport | null = null;
  #problem: UserError | null = null;
  #missed: readonly MissedGoal[] = [];

  constructor(deps: CycleLoopDeps) {
    this.#deps = deps;
  }

  /** How far the running cycle is; null while none runs. */
  get pulse(): Pulse | null {
    return this.#pulse;
  }

  get dueAt(): Instant | null {
    return this.#dueAt;
  }

  /** What the last cycle did; null before the first. */
  get report(): CycleReport | null {
    return this.#report;
  }

  /** Why the last cycle did not come to its end; null where it did. */
  get problem(): UserError | null {
    return this.#problem;
  }

  /** Goals missed in the last 24 hours, as of the last cycle. */
  get missed(): readonly MissedGoal[] {
    return this.#missed;
  }

  /** For the engine: what it tells while it works. */
  follow(event: Progress): void {
    this.#pulse = nextPulse(this.#pulse, event);
    this.#deps.changed('app');
  }

  /** Until the signal. Never rejects. */
  async run(profile: Profile, signal: AbortSignal): Promise<void> {
    const { surroundings, presence, paused } = this.#deps;
    const { clock, random } = surroundings;
    while (!signal.aborted) {
      try {
        await watch(
          {
            engine: profile.engine,
            clock,
            random,
            bell: this.bell,
            surroundings: presence,
            quotaShare: () => quotaShare(profile),
            paused,
            onSchedule: (due) => {
              this.#dueAt = due;
            },
            onReport: (report) => this.#take(profile, report),
          },
          signal,
        );
      } catch (error) {
        this.#stumble(profile, error, signal);
        await this.bell.nap(clock, REST_MS, signal);
      }
    }
  }

  #take(profile: Profile, report: CycleReport): void {
    this.#report = report;
    this.#problem = null;
    void keepRecords(profile);
    this.#missed = missedNow(profile);
    this.standings.follow(report, profile.settings.read().accounts, profile.store.calendars());
    this.#deps.changed('app', 'accounts', 'activity', 'holds', 'rules');
    this.#deps.ended();
    if (report.pulled + report.created + report.updated + report.deleted === 0) return;
    profile.samples()?.keep();
    this.#deps.changed('events');
  }

  /** The cycle itself failed. Everything is planned anew once it goes again. */
  #stumble(profile: Profile, error: unknown, signal: AbortSignal): void {
    // A profile that was closed under a cycle's last breath is no problem of anybody's.
    if (signal.aborted) return;
    const known = error instanceof UserError ? error : nameProblem(error, profile.directory);
    if (known === null) this.#deps.onMistake(error);
    this.#problem = known ?? new UserError('unexpected');
    this.#pulse = null;
    profile.engine.planEverything();
    this.#deps.changed('app');
  }
}

function quotaShare({ settings, providers }: Profile): number {
  const shares = settings.read().accounts.map(({ id }) => providers.ledger.inUse(id));
  return Math.max(0, ...shares);
}
