import type { privacyCalls } from '../../../shared/ipc/privacy.ts';
import { networkAllowlist } from '../../profile/network-allowlist.ts';
import { profileFiles } from '../../../shared/view/profile-files.ts';
import { supportBundle } from '../../profile/support-bundle.ts';
import type { RunningApp } from '../running-app.ts';
import type { Handlers } from './handler.ts';

/** What is held, what leaves the machine, and what somebody who helps may see. */
export function privacyHandlers(app: RunningApp): Pick<Handlers, keyof typeof privacyCalls> {
  const { desktop, version } = app.options;
  const make = (): string =>
    supportBundle(app.profile, {
      version,
      system: `${process.platform} ${process.arch}, Node ${process.versions.node}`,
    });
  let shown: string | null = null;
  return {
    dataProtection: () => Promise.resolve(dataProtectionOf(app)),
    supportBundle: () => {
      shown = make();
      return Promise.resolve({ text: shown });
    },
    saveSupportBundle: async () => ({
      saved: await desktop.saveFile('umbra-support.json', shown ?? make()),
    }),
  };
}

function dataProtectionOf({
  profile,
}: RunningApp): Awaited<ReturnType<Handlers['dataProtection']>> {
  const terms = profile.recordTerms();
  const forwarding = profile.forwarding.state();
  return {
    stores: profileFiles.map(({ begins, holds, kept }) => ({ name: begins, holds, kept })),
    hosts: networkAllowlist.map((host) => ({ ...host })),
    log: {
      retentionDays: terms.auditRetentionDays,
      retentionManaged: terms.managed.retention,
      // Where to is the administrator's affair: no path goes to the window (security.md E14).
      forwarding:
        forwarding === null
          ? null
          : {
              waiting: forwarding.waiting,
              failingSince: forwarding.failingSince,
              code: forwarding.code,
            },
    },
    exportForbidden: profile.policy.current().mandatory.DisableExport === true,
  };
}
