import { createHash } from 'node:crypto';
import { wallClock } from '../../shared/time/zone.ts';
import { Broken } from './broken.ts';
import { Life } from './life.ts';
import type { Script } from './script.ts';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
/** From then on a life may still be coming to rest at midnight, in minutes of the day. */
const LATE = 21.5 * 60;

/** How one life ended. */
export interface LifeEnd {
  /** Null where every promise held. */
  readonly failure: string | null;
  /** SHA-256 of everything that went over the wire, in order. */
  readonly trace: string;
  readonly steps: number;
  readonly cycles: number;
  readonly requests: number;
  /** Touches of disk and network by the engine: the points at which it may be stopped. */
  readonly touches: number;
  /** Faults that struck, by cloud and form. */
  readonly struck: ReadonlyMap<string, number>;
}

/**
 * Lives a script to its end and brings the world to rest. The same script gives the same end, byte for byte.
 * `tell` hears of each step and request.
 */
export async function runLife(
  script: Script,
  tell: (line: string) => void = () => undefined,
): Promise<LifeEnd> {
  const trace = createHash('sha256');
  const life = new Life(script);
  let requests = 0;
  let failure: string | null = null;
  let steps = 0;
  const note = (): void => {
    requests += life.rig.seen.length;
    for (const { call, response } of life.rig.seen) {
      const { method, url, body } = call.request;
      trace.update(`${method} ${url} ${body ?? ''} ${response.status} ${response.body}\n`);
      tell(`    ${method} ${url.slice(0, 120)} ${response.status}`);
    }
    life.rig.seen.length = 0;
  };
  try {
    for (const step of script.steps) {
      tell(`${step.kind}:${step.seed}`);
      if (step.kind === 'rest') await comeToRest(life, note);
      else await life.step(step.kind, step.seed);
      steps += 1;
      note();
    }
    tell('All trouble ends.');
    await comeToRest(life, note);
  } catch (error) {
    failure = error instanceof Broken ? error.message : told(error);
  }
  note();
  return {
    failure,
    trace: trace.digest('hex'),
    steps,
    cycles: life.reports.length,
    requests,
    touches: life.touched,
    struck: life.struck,
  };
}

/**
 * Trouble ends. Within two cycles, and two more for removals that waited for approval, everything is in its place; a
 * further cycle writes nothing.
 */
export async function comeToRest(life: Life, note: () => void): Promise<void> {
  life.clearUp();
  // A clock that went a day ahead had its complete read of tomorrow already.
  if (life.healsByDay) life.rig.clock.advance(3 * DAY);
  life.healsByDay = false;
  // The window moves on at midnight, and with it what is asked for: not between two cycles that are to agree.
  if (wallClock(life.rig.clock.now(), life.rig.zone).minuteOfDay >= LATE)
    life.rig.clock.advance(3 * 60 * MINUTE);
  const round = async (): Promise<void> => {
    for (let machine = 0; machine < life.machines; machine++) {
      await life.sync(machine);
      note();
    }
    life.rig.clock.advance(10 * MINUTE);
  };
  await round();
  await round();
  for (let again = 0; again < 4 && life.approveAll() > 0; again++) {
    await round();
    await round();
  }
  const differences = life.watch.differences();
  if (differences.length > 0)
    throw new Broken(`I5: at rest, ${differences.slice(0, 4).join('; ')}`);
  for (let machine = 0; machine < life.machines; machine++) {
    const doubts = life.doubts(machine);
    if (doubts.length > 0) throw new Broken(`I6: at rest, ${doubts.slice(0, 4).join('; ')}`);
  }
  for (let machine = 0; machine < life.machines; machine++) {
    await life.sync(machine);
    const last = life.reports.at(-1);
    const { created = 0, updated = 0, deleted = 0, failed = 0, ok = false } = last ?? {};
    if (!ok || created + updated + deleted + failed > 0)
      throw new Broken(
        `I5: a cycle at rest made ${created}, changed ${updated}, removed ${deleted}, failed ${failed}`,
      );
    note();
  }
}

function told(error: unknown): string {
  return error instanceof Error
    ? `${error.name}: ${error.message}\n${error.stack ?? ''}`
    : String(error);
}
