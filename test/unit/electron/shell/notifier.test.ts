import { describe, expect, it } from 'vitest';
import { noticesDue, toldAtStart, type Told } from '../../../../shared/view/notices.ts';
import { createNotifier } from '../../../../electron/shell/notifier.ts';
import type { AppState } from '../../../../shared/ipc/app.ts';

const hour = 3_600_000;
const at = (
  hours: number,
  change: Partial<AppState> = {},
  sync: AppState['sync']['state'] = 'ok',
) =>
  ({
    mode: 'live',
    holds: 0,
    conflicts: 0,
    rulesPaused: 0,
    accountsInTrouble: 0,
    goalsMissed: 0,
    version: '1',
    zone: 'UTC',
    now: hours * hour,
    sync: {
      state: sync,
      sentence: 'TITLE',
      failing: sync === 'attention',
      progress: null,
      lastCycleAt: null,
      nextCycleAt: null,
      pausedUntil: null,
    },
    ...change,
  }) satisfies AppState;

/** What is said over a row of states. */
function said(states: readonly AppState[]): string[][] {
  let told: Told = toldAtStart(at(0));
  return states.map((state) => {
    const next = noticesDue(state, told);
    told = next.told;
    return next.say.map(({ cause }) => cause);
  });
}

describe('what is worth a notification', () => {
  it('E8: is quiet while all is well', () => {
    expect(said([at(0), at(1), at(2)])).toEqual([[], [], []]);
  });

  it('E8: twenty accounts that fail at once are one notification', () => {
    expect(said([at(0, { accountsInTrouble: 20 }), at(1, { accountsInTrouble: 20 })])).toEqual([
      ['signIn'],
      [],
    ]);
  });

  it('E8: speaks of one cause at most once a day', () => {
    const flapping = [0, 1, 2, 3, 23, 24, 25].map((hours) => at(hours, { holds: (hours % 2) + 1 }));
    expect(said(flapping).flat()).toEqual(['hold', 'hold']);
  });

  it('E8: says that syncing fails after more than an hour of it', () => {
    const failing = [0, 0.5, 1, 1.1, 2].map((hours) => at(hours, {}, 'attention'));
    expect(said(failing)).toEqual([[], [], [], ['failing'], []]);
  });

  it('E8: counts on while a failed sync is tried once more', () => {
    const { sync } = at(0, {}, 'attention');
    const trying = { sync: { ...sync, state: 'syncing' } as const };
    const states = [at(0, {}, 'attention'), at(0.6, trying), at(1.1, {}, 'attention')];
    expect(said(states).flat()).toEqual(['failing']);
  });

  it('E8: does not call it a failure that something waits for a decision', () => {
    const { sync } = at(0);
    const waits = { holds: 1, sync: { ...sync, state: 'attention' } as const };
    expect(said([at(0, waits), at(2, waits)]).flat()).toEqual(['hold']);
  });

  it('E8: tells that a rule is paused, without its name', () => {
    const { say } = noticesDue(at(1, { rulesPaused: 2 }), toldAtStart(at(0)));
    expect(say).toEqual([
      {
        cause: 'rule',
        title: 'Rules are paused',
        body: '2 rules name a calendar that is gone. Until that is changed nothing is written by them, and the blocks stay.',
        route: 'rules',
      },
    ]);
  });

  it('E8: forgets a failure that mended itself', () => {
    expect(said([at(0, {}, 'attention'), at(0.5), at(1.2, {}, 'attention')]).flat()).toEqual([]);
  });

  it('tells of a double booking that appeared, not of those that were there', () => {
    const before = toldAtStart(at(0, { conflicts: 3 }));
    expect(noticesDue(at(1, { conflicts: 3 }), before).say).toEqual([]);
    expect(noticesDue(at(1, { conflicts: 4 }), before).say).toMatchObject([{ cause: 'conflict' }]);
  });

  it('E7: says counts, and nothing of any event', () => {
    const all = at(9, { accountsInTrouble: 1, holds: 1, conflicts: 1 }, 'attention');
    const { say } = noticesDue(all, { ...toldAtStart(at(0)), failingSince: 0 });
    expect(say.map(({ title, body }) => `${title}: ${body}`)).toEqual([
      "An account needs you: 1 account can't be reached as before. Nothing was removed.",
      'Umbra waits for your decision: 1 removal looked unusual and waits. Everything else goes on.',
      'Calendars are not in step: Syncing has not worked for more than an hour. It is tried again by itself.',
      'Two commitments at once: There is 1 double booking ahead.',
    ]);
  });
});

describe('the notifier', () => {
  function notifier(supported = true) {
    const shown: { title: string; listeners: Map<string, () => void> }[] = [];
    const routes: string[] = [];
    const made = createNotifier({
      supported: () => supported,
      go: (route) => routes.push(route),
      make: ({ title }) => {
        const listeners = new Map<string, () => void>();
        return {
          on: (name: string, listener: () => void) => listeners.set(name, listener),
          show: () => shown.push({ title, listeners }),
        } as never;
      },
    });
    return { ...made, shown, routes };
  }

  it('leads where a click points', () => {
    const it = notifier();
    it.consider(at(0), true);
    it.consider(at(1, { holds: 2 }), true);
    it.shown[0]?.listeners.get('click')?.();
    expect([it.shown.length, it.routes]).toEqual([1, ['holds']]);
  });

  it('keeps silent where notifications are off, and does not catch up later', () => {
    const it = notifier();
    it.consider(at(0), false);
    it.consider(at(1, { holds: 2 }), false);
    it.consider(at(2, { holds: 2 }), true);
    expect(it.shown).toEqual([]);
  });

  it('E8: does without a system that shows none', () => {
    const it = notifier(false);
    it.tell('x', 'y');
    expect(it.shown).toEqual([]);
  });
});
