import type { Clock } from './clock.ts';

/** Thrown in place of a result that did not come in time. */
export class TimeUp extends Error {
  override readonly name = 'TimeUp';

  constructor() {
    super('timeout');
  }
}

/** Why a timer is put away: given, since a signal without a reason makes an error with a stack each time. */
const DONE = 'done';

/**
 * The result of some work, if it comes within `ms` and before `signal` aborts. Otherwise throws `TimeUp`, or the signal's
 * reason, whether or not the work itself ever notices: a network that loses its abort must not hold up a cycle for ever.
 */
export function within<T>(
  clock: Clock,
  ms: number,
  signal: AbortSignal,
  work: Promise<T>,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const over = new AbortController();
    const end = (): void => {
      over.abort(DONE);
      signal.removeEventListener('abort', stop);
    };
    const stop = (): void => {
      end();
      reject(reasonOf(signal));
    };
    work.then(resolve, reject).finally(end);
    if (signal.aborted) {
      stop();
      return;
    }
    signal.addEventListener('abort', stop, { once: true });
    clock.sleep(ms, over.signal).then(
      () => {
        end();
        reject(new TimeUp());
      },
      () => undefined,
    );
  });
}

function reasonOf({ reason }: AbortSignal): Error {
  return reason instanceof Error ? reason : new Error('aborted');
}

/** Asked each time: a signal can abort between two looks, which a narrowed type would deny. */
export function isOver({ aborted }: AbortSignal): boolean {
  return aborted;
}
