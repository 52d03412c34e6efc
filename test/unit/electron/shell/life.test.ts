import { describe, expect, it } from 'vitest';
import type { Clock } from '../../../../electron/ports/clock.ts';
import { reviveWindow, staleDumps } from '../../../../electron/shell/crash.ts';
import { launchOptions } from '../../../../electron/shell/launch-options.ts';
import { followPower, followSession } from '../../../../electron/shell/power.ts';
import { presence } from '../../../../electron/shell/presence.ts';
import { quitInOrder } from '../../../../electron/shell/quit.ts';
import { placesIn } from '../../../../electron/profile/places-in-code.ts';
import { becomeTheOnlyOne } from '../../../../electron/shell/single-instance.ts';
import { instant } from '../../../../shared/time/instant.ts';

/** A clock whose sleeps take no time, each noted; `stuck` never wakes. */
function clock(stuck = false) {
  const slept: number[] = [];
  let now = 0;
  const made: Clock = {
    now: () => instant(now),
    monotonic: () => now,
    sleep: (ms, signal) => {
      slept.push(ms);
      now += ms;
      if (signal?.aborted === true) return Promise.reject(new Error('aborted'));
      return stuck ? new Promise(() => undefined) : Promise.resolve();
    },
  };
  return { clock: made, slept, pass: (ms: number) => (now += ms) };
}

const settle = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 5));

describe('one process', () => {
  const start = (locked: boolean) => {
    const done: string[] = [];
    let second = (): void => undefined;
    const app = {
      requestSingleInstanceLock: () => locked,
      on: (_event: string, listener: () => void) => (second = listener),
      exit: (code: number) => void done.push(`exit ${code}`),
    };
    const alone = becomeTheOnlyOne(app, (...args: unknown[]) => done.push(`show ${args.length}`));
    return { alone, done, again: () => second() };
  };

  it('E1: the loser ends at once', () => {
    const { alone, done } = start(false);
    expect([alone, done]).toEqual([false, ['exit 0']]);
  });

  it('E1: the winner shows its window, and reads nothing of what the other was started with', () => {
    const { alone, done, again } = start(true);
    again();
    expect([alone, done]).toEqual([true, ['show 0']]);
  });
});

describe('sleep and waking', () => {
  function machine(online: () => boolean) {
    const listeners = new Map<string, () => void>();
    const done: string[] = [];
    const time = clock();
    followPower({
      events: { on: (event, listener) => listeners.set(event, listener) },
      clock: time.clock,
      random: { next: () => 0.5, bytes: () => new Uint8Array() },
      isOnline: online,
      sleep: () => done.push('sleep'),
      wake: () => done.push('wake'),
      flush: () => done.push('flush'),
    });
    return { done, slept: time.slept, now: (event: string) => listeners.get(event)?.() };
  }

  it('E3: eight hours of sleep are one catch-up, after the network and a while of its own', async () => {
    let looks = 0;
    const { done, slept, now } = machine(() => (looks += 1) > 3);
    now('suspend');
    now('resume');
    await settle();
    expect(done).toEqual(['sleep', 'wake']);
    expect(slept).toEqual([2_000, 2_000, 2_000, 17_500]);
  });

  it('E3: waking twice is one catch-up', async () => {
    const { done, now } = machine(() => true);
    now('resume');
    now('resume');
    await settle();
    expect(done).toEqual(['wake']);
  });

  it('E3: who falls asleep again while waking does not wake', async () => {
    const { done, now } = machine(() => true);
    now('resume');
    now('suspend');
    await settle();
    expect(done).toEqual(['sleep']);
  });

  it('E4: does not wait for a network for ever', async () => {
    const { done } = await (async () => {
      const it = machine(() => false);
      it.now('resume');
      await settle();
      return it;
    })();
    expect(done).toEqual(['wake']);
  });

  it('E3: flushes when the machine ends', () => {
    const { done, now } = machine(() => true);
    now('shutdown');
    expect(done).toEqual(['flush']);
  });

  function session(stuck: boolean) {
    const listeners = new Map<string, () => void>();
    const done: string[] = [];
    const say = (what: string) => () => void done.push(what);
    const deeds = { sleep: say('sleep'), wake: say('wake'), flush: say('flush') };
    const time = clock(stuck);
    followSession({ on: (event, listen) => listeners.set(event, listen) }, time.clock, deeds);
    return { done, slept: time.slept, now: (event: string) => listeners.get(event)?.() };
  }

  it('E3: goes on after a minute when somebody refused to end the session, and closes nothing', async () => {
    const { done, slept, now } = session(false);
    now('query-session-end');
    await settle();
    expect([done, slept]).toEqual([['sleep', 'wake'], [60_000]]);
  });

  it('E3: closes when the session ends, and does not wake up in between', async () => {
    const { done, now } = session(true);
    now('query-session-end');
    now('query-session-end');
    now('session-end');
    await settle();
    expect(done).toEqual(['sleep', 'sleep', 'flush']);
  });

  it('knows whether somebody is there', () => {
    const at = (idle: number) =>
      presence({ getSystemIdleTime: () => idle, isOnBatteryPower: () => true });
    expect([at(10), at(301)]).toEqual([
      { userActive: true, onBattery: true },
      { userActive: false, onBattery: true },
    ]);
  });
});

describe('the end', () => {
  function quitting(close: () => Promise<void>, stuckClock: boolean) {
    const listeners = new Map<string, (event: { preventDefault(): void }) => void>();
    const done: string[] = [];
    const time = clock(stuckClock);
    quitInOrder({
      app: {
        on: (event: string, listener: (event: { preventDefault(): void }) => void) =>
          listeners.set(event, listener),
        exit: (code) => void done.push(`exit ${code}`),
      },
      clock: time.clock,
      close,
      letGo: () => done.push('let go'),
    });
    const quit = () =>
      listeners.get('before-quit')?.({ preventDefault: () => done.push('hold on') });
    return { done, slept: time.slept, quit, listeners };
  }

  it('E13: closes what is open and ends, once', async () => {
    const { done, quit } = quitting(() => Promise.resolve(), true);
    quit();
    quit();
    await settle();
    expect(done).toEqual(['hold on', 'let go', 'hold on', 'exit 0']);
  });

  it('E13: ends after five seconds whatever hangs', async () => {
    const { done, slept, quit } = quitting(() => new Promise(() => undefined), false);
    quit();
    await settle();
    expect([done.at(-1), slept]).toEqual(['exit 0', [5_000]]);
  });

  it('E13: ends although closing fails', async () => {
    const { done, quit } = quitting(() => Promise.reject(new Error('disk')), true);
    quit();
    await settle();
    expect(done.at(-1)).toBe('exit 0');
  });

  it('E13: a closed window ends nothing', () => {
    const { done, listeners } = quitting(() => Promise.resolve(), true);
    listeners.get('window-all-closed')?.({ preventDefault: () => undefined });
    expect(done).toEqual([]);
  });
});

describe('a window whose process died', () => {
  function window({ dying = false } = {}) {
    const loaded: string[] = [];
    const at = { address: 'app://umbra/index.html', destroyed: false };
    const time = clock();
    type Listener = (event: unknown, details: { reason: string }) => void;
    const listeners = new Map<string, Listener>();
    const die: Listener = (event, details) =>
      listeners.get('render-process-gone')?.(event, details);
    const contents = {
      on: (name: string, listener: Listener) => listeners.set(name, listener),
      forcefullyCrashRenderer: () => die({}, { reason: 'killed' }),
      getURL: () => at.address,
      isDestroyed: () => at.destroyed,
      loadURL: (address: string) =>
        dying ? Promise.reject(new Error('ERR_FAILED')) : Promise.resolve(loaded.push(address)),
    };
    reviveWindow(contents, time.clock);
    return {
      at,
      loaded,
      pass: time.pass,
      die: (reason: string) => die({}, { reason }),
      hang: () => listeners.get('unresponsive')?.({}, { reason: '' }),
    };
  }

  const home = 'app://umbra/index.html';

  it('E10: is loaded again, and shows a page that cannot die at the second death in a minute', async () => {
    const it = window();
    it.pass(1_000_000);
    it.die('crashed');
    it.pass(30_000);
    it.die('oom');
    await settle();
    expect(it.loaded).toEqual([home, 'app://umbra/stopped.html']);
  });

  it('E10: is loaded again when the deaths are far apart, and left alone when it just ended', async () => {
    const it = window();
    for (const reason of ['crashed', 'killed', 'clean-exit']) {
      it.die(reason);
      it.pass(61_000);
    }
    await settle();
    expect(it.loaded).toEqual([home, home]);
  });

  it('E10: that hangs is ended and loaded again', async () => {
    const it = window();
    it.pass(1_000_000);
    it.hang();
    await settle();
    expect(it.loaded).toEqual([home]);
  });

  it.each([
    [`${home}#/rules?id=r1`, `${home}#/rules?id=r1`],
    ['app://umbra/stopped.html', home],
    ['', home],
    [`${home}.evil`, home],
  ])('E10: that was at "%s" comes back at %s', async (was, comesBack) => {
    const it = window();
    it.at.address = was;
    it.die('crashed');
    await settle();
    expect(it.loaded).toEqual([comesBack]);
  });

  it('E10: is loaded once Chromium has buried the dead process, not while it does', async () => {
    const it = window();
    it.die('crashed');
    expect(it.loaded).toEqual([]);
    await settle();
    expect(it.loaded).toEqual([home]);
  });

  it('E10: is left alone when it was closed meanwhile, and may die again while it loads', async () => {
    const closed = window();
    closed.die('crashed');
    closed.at.destroyed = true;
    window({ dying: true }).die('crashed');
    await settle();
    expect(closed.loaded).toEqual([]);
  });

  it('E10: keeps the newest three images', () => {
    const dumps = [4, 1, 5, 3, 2].map((at) => ({ path: `${at}.dmp`, at }));
    expect(staleDumps(dumps)).toEqual(['2.dmp', '1.dmp']);
  });

  it('reports a mistake by its place, never by its words', () => {
    const error = new TypeError('TITLE Board meeting');
    expect(placesIn(error)).toMatch(/^TypeError\n\s+at /);
    expect(placesIn(error)).not.toContain('TITLE');
    expect(placesIn('TITLE')).toBe('');
  });
});

describe('what the program was started for', () => {
  const plain = { sample: false, quiet: false, profile: null, headless: null };
  it.each([
    [[], plain],
    [['--sample'], { ...plain, sample: true }],
    [['--autostart', '--profile', '/p'], { ...plain, quiet: true, profile: '/p' }],
    [['--profile'], plain],
    [
      ['--headless', 'sync', '--profile', '/p', '--json'],
      { ...plain, headless: ['sync', '--profile', '/p', '--json'] },
    ],
    [['--no-sandbox', 'umbra://evil', '--inspect'], plain],
  ])('%j', (args, options) => {
    expect(launchOptions(args)).toEqual(options);
  });
});
