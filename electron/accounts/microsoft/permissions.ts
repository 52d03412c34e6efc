import type { OauthCredential } from '../../../shared/model/account.ts';
import type { MicrosoftEndpoints } from './clouds.ts';

type Access = OauthCredential['access'];

/** The least that does the work (providers.md 4.1); MSAL adds `openid profile offline_access` itself. */
export function permissionsFor({ scopePrefix }: MicrosoftEndpoints, access: Access): string[] {
  const calendars = access === 'readWrite' ? 'Calendars.ReadWrite' : 'Calendars.Read';
  return [`${scopePrefix}${calendars}`, `${scopePrefix}User.Read`];
}

/** What was granted in the end; null where not even reading was. Entra names permissions with or without resource. */
export function accessOf(granted: readonly string[]): Access | null {
  const names = new Set(granted.map((scope) => scope.split('/').at(-1)?.toLowerCase()));
  if (names.has('calendars.readwrite')) return 'readWrite';
  return names.has('calendars.read') ? 'readOnly' : null;
}
