import type { PolicyValues } from '../../shared/policy/policies.ts';
import type { Settings } from '../store/settings.ts';

/** What a person chose among the things that policies can recommend. What was never touched is no choice. */
export function choicesOf(settings: Settings): PolicyValues {
  const chosen = settings.chosen();
  const { window, startAtLogin, contentProtection } = settings.read();
  return {
    ...(chosen.has('window') ? { MaxLookaheadDays: window.futureDays } : {}),
    ...(chosen.has('startAtLogin') ? { ForceStartAtLogin: startAtLogin } : {}),
    ...(chosen.has('contentProtection') ? { ForceContentProtection: contentProtection } : {}),
  };
}
