import type { MicrosoftCloud } from '../../shared/model/account.ts';
import type { ClientConfig } from '../../shared/model/client-config.ts';
import { googleAdminRequest } from './google/admin-trust.ts';
import { microsoftAdminRequest } from './microsoft/admin-consent.ts';
import { personalTenant, tenantOf, type MicrosoftEndpoints } from './microsoft/clouds.ts';
import { permissionsFor } from './microsoft/permissions.ts';
import type { OauthAccount } from './oauth-account.ts';
import type { AdminRequest } from './sign-in-outcome.ts';

/**
 * The letter for an account that is connected and was cut off by its organisation: with the tenant's own consent page.
 * Null where nobody administers the account, or where it is not known under which id it was connected.
 */
export function readyRequest(
  { provider, credential }: OauthAccount,
  clients: ClientConfig,
  clouds: Readonly<Record<MicrosoftCloud, MicrosoftEndpoints>>,
): AdminRequest | null {
  const { cloud, subject, access } = credential;
  if (provider === 'google') {
    const client = clients.google;
    return client === undefined ? null : googleAdminRequest(client.clientId, access);
  }
  const client = clients.microsoft[cloud ?? 'global'];
  const tenant = tenantOf(subject);
  if (client === undefined || tenant === personalTenant) return null;
  const endpoints = clouds[cloud ?? 'global'];
  const permissions = permissionsFor(endpoints, access);
  return microsoftAdminRequest(endpoints, client.clientId, tenant, permissions);
}
