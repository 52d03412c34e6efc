import { figure, medianMs, peakMb, type Figure } from './measure.ts';
import { PlanningWorld } from './planning-world.ts';

/** ms for a no-change plan of 20,000 occurrences by the fastest open-source engine, on two cores like ours. */
const PEER_MS = 336;
const TARGETS = 20;

/** Writes a world of so many occurrences on 20 targets, every block in its place, for `planning` to look at. */
export function buildWorld(file: string, occurrences: number): void {
  new PlanningWorld(file, occurrences, TARGETS).store.close();
}

/** Full and one-change plans of such a world; in a process of its own, since peak memory is measured. */
export function planning(file: string, occurrences: number): readonly Figure[] {
  const world = new PlanningWorld(file, occurrences, TARGETS, true);
  const size = `${occurrences / 1000}k × ${TARGETS}`;
  const full = medianMs(2, () => expectNothing(world.full()));
  const peak = peakMb();
  const one = medianMs(61, (round) => world.oneChange(round));
  world.store.close();
  return [
    figure(`full plan, ${size}`, full, 'ms'),
    figure(`one-change plan, ${size}`, one, 'ms'),
    figure(`peak memory, ${size}`, peak, 'MB', occurrences === 50_000 ? 250 : null),
  ];
}

/** A plan of 20,000 occurrences that finds nothing to do, against the best of the peers. */
export function nothingToDo(file: string): readonly Figure[] {
  const world = new PlanningWorld(file, 20_000, 1);
  const pure = world.pure();
  const decided = medianMs(15, () => expectNothing(pure()));
  const read = medianMs(15, () => expectNothing(world.full()));
  world.store.close();
  return [
    figure('no-change plan, 20k, decision alone', decided, 'ms'),
    figure('… share of the best peer’s time', decided / PEER_MS, '×', 1 / 3),
    figure('no-change plan, 20k, reading the database too', read, 'ms'),
  ];
}

function expectNothing(operations: number): void {
  if (operations !== 0) throw new Error(`Planned ${operations} operations where nothing changed`);
}
