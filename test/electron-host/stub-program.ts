/**
 * Stands in for the running program until the real one is merged: a state that can be paused and resumed, one rule that can be
 * switched, one account. What it lacks it refuses in a user's words.
 */
import { UserError } from '../../shared/errors/errors.ts';
import type { AppState, Settings } from '../../shared/ipc/app.ts';
import { calls, type Channel, type Topic } from '../../shared/ipc/contract.ts';
import { rule } from '../../shared/model/rule.ts';
import type { Handlers } from '../../electron/ipc/door.ts';
import type { Program } from '../../electron/shell/program.ts';

const settings: Settings = {
  zone: null,
  secondaryZones: [],
  window: { pastDays: 1, futureDays: 90 },
  workingHours: { from: '09:00', to: '17:00', days: ['mon'] },
  notifications: true,
  hideTitles: false,
  contentProtection: false,
  startAtLogin: false,
  theme: 'system',
};

/** Starts the stand-in. */
export const startRunningApp: (deps: object) => Promise<Program> = () => {
  const listeners = new Set<(changed: readonly Topic[]) => void>();
  const told = { paused: false, enabled: true, holds: 0 };
  const ring = (topic: Topic): Promise<Record<string, never>> => {
    for (const listener of listeners) listener([topic]);
    return Promise.resolve({});
  };
  const handlers: Partial<Handlers> = {
    state: () => Promise.resolve(state(told)),
    readSettings: () => Promise.resolve(settings),
    accounts: () => Promise.resolve([account]),
    items: () => Promise.resolve([]),
    rules: () => Promise.resolve([ruleView(told.enabled)]),
    pause: () => ((told.paused = true), ring('app')),
    resume: () => ((told.paused = false), ring('app')),
    syncNow: () => ((told.holds += 1), ring('holds')),
    switchRule: ({ enabled }) => ((told.enabled = enabled), ring('rules')),
  };
  const refuse = (): Promise<never> =>
    Promise.reject(new UserError('usage', { reason: 'The stand-in can not do this.' }));
  const channels = Object.keys(calls) as Channel[];
  const all = Object.fromEntries(channels.map((channel) => [channel, refuse]));
  return Promise.resolve({
    handlers: { ...all, ...handlers } as unknown as Handlers,
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    sleep: () => undefined,
    wake: () => undefined,
    close: () => Promise.resolve(),
  });
};

function state(told: { readonly paused: boolean; readonly holds: number }): AppState {
  return {
    mode: 'live',
    sync: {
      state: told.paused ? 'paused' : 'ok',
      sentence: told.paused ? 'Paused' : 'Everything is in its place',
      progress: null,
      lastCycleAt: null,
      nextCycleAt: null,
      pausedUntil: null,
    },
    holds: told.holds,
    conflicts: 0,
    accountsInTrouble: 0,
    version: '0.0.0',
    now: Date.parse('2026-05-04T09:00:00Z'),
    zone: 'UTC',
  };
}

const calendar = {
  key: 'calendar-1',
  ref: 'Acme/Calendar',
  name: 'Calendar',
  color: null,
  canRead: true,
  canWrite: true,
  isDefault: true,
  zone: null,
  events: 0,
  blocks: 0,
  lastReadAt: null,
};
const account = {
  id: 'account-1',
  label: 'Acme',
  email: 'jo@acme.example',
  provider: 'microsoft' as const,
  sample: false,
  state: 'healthy' as const,
  sentence: 'Healthy',
  mend: null,
  calendars: [calendar],
};

const ruleView = (enabled: boolean) => ({
  rule: rule.parse({ id: 'mesh', enabled, sources: ['*'], targets: ['*'] }),
  sources: ['calendar-1'],
  targets: ['calendar-1'],
  blocks: 0,
  dismissed: 0,
  edited: 0,
  outstanding: 0,
  held: 0,
  locked: null,
});
