import { adminRequest } from '../admin-request.ts';
import type { AdminRequest } from '../sign-in-outcome.ts';
import type { MicrosoftEndpoints } from './clouds.ts';

/**
 * What a tenant's administrator needs. The link is Entra's admin consent page of the tenant (identity platform docs,
 * "Grant tenant-wide admin consent"); `organizations` where the tenant is not known: it asks who signs in.
 */
export function microsoftAdminRequest(
  endpoints: MicrosoftEndpoints,
  clientId: string,
  tenant: string | null,
  permissions: readonly string[],
): AdminRequest {
  const link = new URL(`${endpoints.signIn}/${tenant ?? 'organizations'}/adminconsent`);
  link.searchParams.set('client_id', clientId);
  return adminRequest({
    clientId,
    permissions,
    link: link.href,
    steps: ['Open the link below as an administrator and accept, or assign the app to me.'],
  });
}
