import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { live } from './live.ts';
import type { LifeEnd } from './run-life.ts';
import type { Script } from './script.ts';

type Live = (script: Script) => Promise<LifeEnd>;

/**
 * Lives scripts in so many processes, each life as it would be lived alone; one process is this one. `ended` hears of
 * each end, in no order, and says whether to go on.
 */
export async function liveSideBySide(
  scripts: Iterable<Script>,
  processes: number,
  ended: (script: Script, end: LifeEnd) => Promise<boolean>,
): Promise<void> {
  const left = scripts[Symbol.iterator]();
  let goOn = true;
  const oneByOne = async (alive: Live): Promise<void> => {
    for (let next = left.next(); goOn && next.done !== true; next = left.next())
      if (!(await ended(next.value, await alive(next.value)))) goOn = false;
  };
  if (processes === 1) return oneByOne(live);
  await Promise.all(
    Array.from({ length: processes }, async () => {
      const other = fork(join(import.meta.dirname, 'life-process.ts'), {
        serialization: 'advanced',
      });
      try {
        await oneByOne((script) => livedIn(other, script));
      } finally {
        other.kill();
      }
    }),
  );
}

function livedIn(other: ChildProcess, script: Script): Promise<LifeEnd> {
  return new Promise((resolve, reject) => {
    const died = (code: number | null): void =>
      reject(new Error(`The process that lived seed ${script.seed} ended with ${String(code)}`));
    other.once('exit', died);
    other.once('message', (end: LifeEnd) => {
      other.off('exit', died);
      resolve(end);
    });
    other.send(script);
  });
}
