import { describe, expect, it } from 'vitest';
import { registrationSteps } from '../../../../shared/accounts/registration-steps.ts';
import { chooseClients, clientConfig, noClients } from '../../../../shared/model/client-config.ts';

const id = '11111111-2222-4333-8444-555555555555';
const other = '99999999-2222-4333-8444-555555555555';

describe('the client ids', () => {
  it('come from the first that names one: policy, settings, package', () => {
    const policy = clientConfig.parse({ microsoft: { global: { clientId: other } } });
    const packaged = clientConfig.parse({
      microsoft: { global: { clientId: id }, china: { clientId: id, tenant: 'acme.example' } },
      google: { clientId: 'g' },
    });
    expect(chooseClients(policy, noClients, packaged)).toEqual({
      microsoft: {
        global: { clientId: other, tenant: 'common' },
        china: { clientId: id, tenant: 'acme.example' },
      },
      google: { clientId: 'g' },
    });
    expect(chooseClients()).toEqual(noClients);
  });

  it('are refused where they can’t be any', () => {
    for (const wrong of [
      { microsoft: { global: { clientId: 'nonsense' } } },
      { microsoft: { global: { clientId: id, tenant: 'a/b' } } },
      { microsoft: { moon: { clientId: id } } },
      { google: {} },
    ])
      expect(clientConfig.safeParse(wrong).success).toBe(false);
  });

  it('missing, are a matter of a few steps', () => {
    expect(registrationSteps.microsoft.join(' ')).toContain('http://localhost');
    expect(registrationSteps.google.join(' ')).toContain('Desktop app');
  });
});
