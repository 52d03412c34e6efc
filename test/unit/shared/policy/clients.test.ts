import { describe, expect, it } from 'vitest';
import { chooseClients } from '../../../../shared/model/client-config.ts';
import { policyClients } from '../../../../shared/policy/clients.ts';

const id = 'b7a1c0de-5f0e-4a52-9b1d-0c6f1f0e7a11';
const builtIn = policyClients({
  MicrosoftClientId: '00000000-0000-4000-8000-000000000000',
  GoogleClientId: 'built-in',
});

describe('A3: client ids and authorities', () => {
  it('of the organisation go before those that are built in', () => {
    const own = policyClients({ MicrosoftClientId: id, MicrosoftAuthority: 'acme.com' });
    expect(chooseClients(own, builtIn)).toEqual({
      microsoft: { global: { clientId: id, tenant: 'acme.com' } },
      google: { clientId: 'built-in' },
    });
  });

  it('are those of the cloud that the organisation names', () => {
    expect(policyClients({ MicrosoftClientId: id, MicrosoftCloud: 'usGov' }).microsoft).toEqual({
      usGov: { clientId: id, tenant: 'common' },
    });
  });

  it('leave what is built in where nothing is set', () => {
    expect(chooseClients(policyClients({}), builtIn)).toEqual(builtIn);
  });
});
