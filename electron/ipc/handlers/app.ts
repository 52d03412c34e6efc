import type { appCalls, Settings } from '../../../shared/ipc/app.ts';
import { appState } from '../app-state.ts';
import { underPolicy } from '../../../shared/policy/settings-under-policy.ts';
import { auditSetting } from '../../profile/audit-setting.ts';
import { requireFreeSettings } from '../../profile/policy-guard.ts';
import type { RunningApp } from '../running-app.ts';
import { startSample } from '../start-sample.ts';
import type { Handlers } from './handler.ts';

/** State, pause, settings, and what only the desktop can do. */
export function appHandlers(app: RunningApp): Pick<Handlers, keyof typeof appCalls> {
  const { desktop } = app.options;
  return {
    state: () => Promise.resolve(appState(app)),
    syncNow: () => {
      app.syncNow();
      return done();
    },
    pause: ({ length }) => {
      app.pause(length);
      return done();
    },
    resume: () => {
      app.resume();
      return done();
    },
    readSettings: () => readSettings(app),
    saveSettings: async (changes) => {
      await saveSettings(app, changes);
      return readSettings(app);
    },
    startSample: async () => {
      await startSample(app);
      return {};
    },
    copyText: (content) => {
      desktop.copy(content);
      return done();
    },
    openLink: async ({ url }) => {
      await desktop.openLink(url);
      return {};
    },
  };
}

function done(): Promise<Record<string, never>> {
  return Promise.resolve({});
}

async function readSettings(app: RunningApp): Promise<Settings> {
  const { settings, policy } = app.profile;
  const kept = settings.read();
  const decided = underPolicy(policy.current(), kept, settings.chosen());
  return {
    zone: kept.zone,
    secondaryZones: kept.secondaryZones,
    window: decided.window,
    workingHours: kept.workingHours,
    notifications: kept.notifications,
    hideTitles: kept.hideTitles,
    contentProtection: decided.contentProtection,
    startAtLogin: await app.options.desktop.startsAtLogin(),
    theme: kept.theme,
    auditRetentionDays: kept.auditRetentionDays,
    blockTargets: kept.blockTargets,
  };
}

async function saveSettings(
  app: RunningApp,
  changes: { readonly [K in keyof Settings]?: Settings[K] | undefined },
): Promise<void> {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  if (given.length === 0) return;
  const { window, startAtLogin, contentProtection } = changes;
  requireFreeSettings(app.profile, {
    ...(window === undefined ? {} : { window }),
    ...(startAtLogin === undefined ? {} : { startAtLogin }),
    ...(contentProtection === undefined ? {} : { contentProtection }),
  });
  const { profile } = app;
  const before = profile.settings.read().auditRetentionDays;
  profile.settings.savePreferences(Object.fromEntries(given));
  const { auditRetentionDays = before } = changes;
  if (auditRetentionDays !== before) auditSetting(profile, 'auditRetentionDays');
  if (changes.startAtLogin !== undefined)
    await app.options.desktop.startAtLogin(changes.startAtLogin);
  if (changes.zone !== undefined || changes.window !== undefined) app.nudge();
  app.changed('settings', 'app', 'events', 'activity');
}
