import type { OauthCredential } from '../../../shared/model/account.ts';
import { adminRequest } from '../admin-request.ts';
import type { AdminRequest } from '../sign-in-outcome.ts';
import { scopesFor } from './permissions.ts';

/** Google Workspace admin help 7281227, "Control which apps access Google Workspace data". */
const link = 'https://admin.google.com/ac/owl';

/** What a Workspace administrator needs (providers.md 5.29). */
export function googleAdminRequest(
  clientId: string,
  access: OauthCredential['access'],
): AdminRequest {
  return adminRequest({
    clientId,
    permissions: scopesFor(access),
    link,
    steps: [
      'In the Admin console: Security, Access and data control, API controls, Manage app access; add this client ID and mark it as trusted.',
    ],
  });
}
