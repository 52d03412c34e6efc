import type { Dirty } from './dirty.ts';
import type { Pulls } from './pulls.ts';
import type { Strangers } from './strangers.ts';

/** What outlives a cycle while the program runs. */
export interface EngineState {
  readonly dirty: Dirty;
  readonly pulls: Pulls;
  readonly strangers: Strangers;
}
