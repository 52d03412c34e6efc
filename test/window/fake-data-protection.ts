import { networkAllowlist } from '../../electron/profile/network-allowlist.ts';
import { profileFiles } from '../../shared/view/profile-files.ts';
import type { Output } from '../../shared/ipc/contract.ts';

export function dataProtection(): Output<'dataProtection'> {
  return {
    stores: profileFiles.map(({ begins, holds, kept }) => ({ name: begins, holds, kept })),
    hosts: networkAllowlist.map((host) => ({ ...host })),
    log: {
      retentionDays: 365,
      retentionManaged: false,
      forwarding: { waiting: 12, failingSince: 1, code: 'EACCES' },
    },
    exportForbidden: false,
  };
}
