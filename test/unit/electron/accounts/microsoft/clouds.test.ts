import { describe, expect, it } from 'vitest';
import { microsoftAdminRequest } from '../../../../../electron/accounts/microsoft/admin-consent.ts';
import { createMsalApp } from '../../../../../electron/accounts/microsoft/msal-app.ts';
import { MsalCache } from '../../../../../electron/accounts/microsoft/msal-cache.ts';
import { systemClock } from '../../../../../electron/profile/system-ports.ts';
import { microsoftClouds, tenantOf } from '../../../../../electron/accounts/microsoft/clouds.ts';
import {
  accessOf,
  permissionsFor,
} from '../../../../../electron/accounts/microsoft/permissions.ts';

describe('Microsoft’s clouds', () => {
  it('each have their own sign-in, Graph and permissions', () => {
    const table = Object.entries(microsoftClouds).map(([name, cloud]) => [
      name,
      cloud.signIn,
      cloud.graph,
      permissionsFor(cloud, 'readWrite')[0],
    ]);
    expect(table).toMatchSnapshot();
  });

  it.each(Object.entries(microsoftClouds))(
    '15: of %s open a sign-in page of their own, whatever the tenant',
    async (_name, endpoints) => {
      const cache = new MsalCache('', () => Promise.resolve({ kind: 'kept' }));
      const offline = { fetch: () => Promise.reject(new Error('no network')), clock: systemClock };
      const { signal } = new AbortController();
      for (const tenant of ['common', 'organizations', 'consumers', 'acme.example']) {
        const how = { ...offline, clientId: 'id-1', endpoints, tenant, cache, signal };
        const page = await createMsalApp(how).getAuthCodeUrl({
          scopes: [],
          redirectUri: 'http://localhost:1',
        });
        expect(endpoints.pages).toContain(new URL(page).origin);
      }
    },
  );

  it('name what they granted with or without its resource', () => {
    expect(accessOf(['Calendars.ReadWrite', 'User.Read'])).toBe('readWrite');
    expect(accessOf(['https://graph.microsoft.us/Calendars.Read'])).toBe('readOnly');
    expect(accessOf(['User.Read'])).toBeNull();
  });

  it('know a person by tenant', () => {
    expect(tenantOf('oid-1.tid-2')).toBe('tid-2');
  });

  it('have an administrator’s page of their own', () => {
    const asked = microsoftAdminRequest(microsoftClouds.usGov, 'id-1', null, ['Calendars.Read']);
    expect(asked.link).toBe(
      'https://login.microsoftonline.us/organizations/adminconsent?client_id=id-1',
    );
    expect(asked.text).toMatch(/id-1[^]*Calendars\.Read[^]*adminconsent/);
  });
});
