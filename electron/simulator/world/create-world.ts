/** Makes worlds: an empty one, or one as it was dumped. */
import { readDump } from './dump.ts';
import { LiveWorld, type WorldDeps } from './live-world.ts';
import type { World } from './types.ts';

export type { WorldDeps } from './live-world.ts';

/** A world without accounts, in memory. */
export function createWorld(deps: WorldDeps): World {
  return new LiveWorld(deps);
}

/** The world that `World.dump` described. Throws a `WorldError` `badDump` that names the damaged place. */
export function restoreWorld(dump: unknown, deps: WorldDeps): World {
  return new LiveWorld(deps, readDump(dump));
}
