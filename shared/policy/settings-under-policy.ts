import type { ManagedPolicy } from './resolve.ts';
import { daysAhead } from './limits.ts';

/** The settings that a policy can decide, as the person left them. */
export interface DecidableSettings {
  readonly window: { readonly pastDays: number; readonly futureDays: number };
  readonly startAtLogin: boolean;
  readonly contentProtection: boolean;
}
export type DecidableSetting = keyof DecidableSettings;

/** What holds in place of what the person left. `chosen`: the settings that they ever touched. */
export function underPolicy(
  policy: Pick<ManagedPolicy, 'mandatory' | 'recommended'>,
  kept: DecidableSettings,
  chosen: ReadonlySet<string>,
): DecidableSettings {
  const { mandatory, recommended } = policy;
  const { pastDays, futureDays } = kept.window;
  const login = chosen.has('startAtLogin')
    ? kept.startAtLogin
    : (recommended.ForceStartAtLogin ?? kept.startAtLogin);
  const protection = chosen.has('contentProtection')
    ? kept.contentProtection
    : (recommended.ForceContentProtection ?? kept.contentProtection);
  return {
    window: { pastDays, futureDays: daysAhead(policy, futureDays, chosen.has('window')) },
    startAtLogin:
      mandatory.DisableStartAtLogin !== true && (mandatory.ForceStartAtLogin === true || login),
    contentProtection: mandatory.ForceContentProtection === true || protection,
  };
}

/** The policy that takes a change of settings out of the person's hands; null where it may be made. */
export function settingLock(
  { mandatory }: Pick<ManagedPolicy, 'mandatory'>,
  wish: Partial<DecidableSettings>,
):
  | 'MaxLookaheadDays'
  | 'ForceStartAtLogin'
  | 'DisableStartAtLogin'
  | 'ForceContentProtection'
  | null {
  const { startAtLogin, contentProtection, window } = wish;
  if (startAtLogin === true && mandatory.DisableStartAtLogin === true) return 'DisableStartAtLogin';
  if (startAtLogin === false && mandatory.ForceStartAtLogin === true) return 'ForceStartAtLogin';
  if (contentProtection === false && mandatory.ForceContentProtection === true)
    return 'ForceContentProtection';
  const most = mandatory.MaxLookaheadDays;
  return window !== undefined && most !== undefined && window.futureDays > most
    ? 'MaxLookaheadDays'
    : null;
}
