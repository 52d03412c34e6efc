/** The managed policy of one profile: read when it opens, and looked at again while it is open. */
import { resolvePolicy, type ManagedPolicy } from '../../shared/policy/resolve.ts';
import type { PolicyReading } from '../../shared/policy/reading.ts';
import type { Clock } from '../ports/clock.ts';
import type { PolicySource } from '../ports/policy-source.ts';
import type { Settings } from '../store/settings.ts';
import { choicesOf } from './choices.ts';

/** Twice as often as is promised (security.md A2: within 60 seconds). */
const LOOK_EVERY_MS = 30_000;

export class PolicyFeed {
  readonly #source: PolicySource;
  readonly #settings: Settings;
  #readings: readonly PolicyReading[];
  /** The text of what the last answer was worked out from, and that answer: it is asked for at every step. */
  #known: { readonly of: string; readonly policy: ManagedPolicy } | null = null;

  private constructor(
    source: PolicySource,
    settings: Settings,
    readings: readonly PolicyReading[],
  ) {
    this.#source = source;
    this.#settings = settings;
    this.#readings = readings;
  }

  static async open(source: PolicySource, settings: Settings): Promise<PolicyFeed> {
    return new PolicyFeed(source, settings, await source.read());
  }

  /** What holds now. */
  current(): ManagedPolicy {
    const choices = choicesOf(this.#settings);
    const of = JSON.stringify([this.#readings, choices]);
    if (this.#known?.of !== of)
      this.#known = { of, policy: resolvePolicy(this.#readings, choices) };
    return this.#known.policy;
  }

  /** Looks again; tells whether anything is different. */
  async refresh(): Promise<boolean> {
    const before = JSON.stringify(this.#readings);
    this.#readings = await this.#source.read();
    return JSON.stringify(this.#readings) !== before;
  }

  /** Looks again and again until the signal, and calls back where something is different. Never rejects. */
  async follow(clock: Clock, changed: () => void, signal: AbortSignal): Promise<void> {
    const rest = (): Promise<boolean> =>
      clock.sleep(LOOK_EVERY_MS, signal).then(
        () => true,
        () => false,
      );
    // A change that is read while the profile closes is nobody's any more.
    while (await rest()) if ((await this.refresh()) && !signal.aborted) changed();
  }
}
