import { underPolicy } from '../../shared/policy/settings-under-policy.ts';
import type { Desktop } from '../ports/desktop.ts';
import type { Profile } from '../profile/profile.ts';

/** Keeps the start at login as policy wants it, and gives it back to the person once no policy speaks of it. */
export class LoginUnderPolicy {
  #decided = false;

  apply({ settings, policy }: Profile, desktop: Desktop): void {
    const managed = policy.current();
    const { mandatory, recommended } = managed;
    const decides =
      mandatory.ForceStartAtLogin === true ||
      mandatory.DisableStartAtLogin === true ||
      (recommended.ForceStartAtLogin !== undefined && !settings.chosen().has('startAtLogin'));
    if (decides || this.#decided)
      desktop
        .startAtLogin(underPolicy(managed, settings.read(), settings.chosen()).startAtLogin)
        // A system that refuses has the last word, and the settings show it.
        .catch(() => undefined);
    this.#decided = decides;
  }
}
