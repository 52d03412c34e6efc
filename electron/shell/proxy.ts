import type { ProxyConfig } from 'electron';
import type { PolicyValues } from '../../shared/policy/policies.ts';

/** How the network is reached, as policies say it; null where they say nothing and the system decides. */
export function proxyOf({ ProxyMode, ProxyPacUrl, ProxyServer }: PolicyValues): ProxyConfig | null {
  if (ProxyMode === undefined) return null;
  return {
    mode: ProxyMode,
    ...(ProxyMode === 'pac_script' && ProxyPacUrl !== undefined ? { pacScript: ProxyPacUrl } : {}),
    ...(ProxyMode === 'fixed_servers' && ProxyServer !== undefined
      ? { proxyRules: ProxyServer }
      : {}),
  };
}

export interface ProxiedSession {
  setProxy(config: ProxyConfig): Promise<void>;
}

/** Before the first request: what a policy says about the way out holds for all of them. */
export async function obeyProxy(
  session: () => ProxiedSession,
  values: PolicyValues,
): Promise<void> {
  const config = proxyOf(values);
  if (config !== null) await session().setProxy(config);
}
