import type { SettingsDocument } from '../store/settings.ts';
import type { Profile } from './profile.ts';

/** Somebody changed what becomes of the log itself. Which setting, and not to what: a path may tell a name. */
export function auditSetting(
  { store, engineDeps }: Profile,
  setting: Extract<keyof SettingsDocument, 'auditForwardFile' | 'auditRetentionDays'>,
): void {
  store.appendAudit({
    at: engineDeps.clock.now(),
    action: 'settings',
    by: 'person',
    rule: null,
    target: null,
    key: null,
    outcome: setting,
  });
}
