import type { Clock } from '../ports/clock.ts';
import type { Fetch } from '../ports/fetch.ts';
import type { PolicySource } from '../ports/policy-source.ts';
import type { Random } from '../ports/random.ts';

/** What the process is given by its surroundings; tests give others. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly random: Random;
  readonly fetch: Fetch;
  readonly systemZone: () => string;
  /** Where administrators leave policies: given by the root alone, so that no user's variable or file moves it. */
  readonly policy: PolicySource;
}
