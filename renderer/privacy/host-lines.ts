import type { DataProtection } from '../../shared/ipc/privacy.ts';

/** One host a line, as firewalls take them, with what it is for behind it. */
export function hostLines(hosts: DataProtection['hosts']): string {
  return hosts
    .map(({ host, port, service, purpose }) => `${host}:${port}\t${service}\t${purpose}`)
    .join('\n');
}
