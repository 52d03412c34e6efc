import type { MicrosoftCloud } from '../../../shared/model/account.ts';
import type { IdClaims } from '../id-token.ts';

/** Where one of Microsoft's clouds signs people in and where its Graph is (providers.md 4.12). */
export interface MicrosoftEndpoints {
  /** Origin, without a slash at the end. */
  readonly signIn: string;
  /** API root with its version. */
  readonly graph: string;
  /** Permissions at another Graph than the global one are named with their resource. */
  readonly scopePrefix: string;
  /** Origins of the pages that the browser may be sent to: MSAL prefers a younger name of the same service. */
  readonly pages: readonly string[];
  readonly issuers: (claims: IdClaims) => readonly string[];
  /** `oidc`: a service that follows OpenID Connect and knows nothing of Entra's tenants. */
  readonly protocol: 'entra' | 'oidc';
}

function cloud(signIn: string, graph: string, ...others: readonly string[]): MicrosoftEndpoints {
  const pages = [signIn, ...others];
  return {
    signIn,
    pages,
    graph: `${graph}/v1.0`,
    scopePrefix: graph === 'https://graph.microsoft.com' ? '' : `${graph}/`,
    issuers: ({ tid }) => pages.map((origin) => `${origin}/${tid ?? ''}/v2.0`),
    protocol: 'entra',
  };
}

export const microsoftClouds: Readonly<Record<MicrosoftCloud, MicrosoftEndpoints>> = {
  global: cloud('https://login.microsoftonline.com', 'https://graph.microsoft.com'),
  usGov: cloud('https://login.microsoftonline.us', 'https://graph.microsoft.us'),
  usGovDod: cloud('https://login.microsoftonline.us', 'https://dod-graph.microsoft.us'),
  china: cloud(
    'https://login.chinacloudapi.cn',
    'https://microsoftgraph.chinacloudapi.cn',
    'https://login.partner.microsoftonline.cn',
  ),
};

/** The tenant of all personal accounts (providers.md 4.3). */
export const personalTenant = '9188040d-6c67-4c5b-b112-36a304b66dad';

/** `<oid>.<tid>` of the home tenant: the tenant's part. */
export function tenantOf(subject: string): string {
  return subject.split('.')[1] ?? '';
}
