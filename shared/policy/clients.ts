import { clientConfig, type ClientConfig } from '../model/client-config.ts';
import type { PolicyValues } from './policies.ts';

/** The client ids that policies name. */
export function policyClients(values: PolicyValues): ClientConfig {
  const { MicrosoftClientId, MicrosoftAuthority, MicrosoftCloud } = values;
  const { GoogleClientId, GoogleClientSecret } = values;
  return clientConfig.parse({
    microsoft:
      MicrosoftClientId === undefined
        ? {}
        : {
            [MicrosoftCloud ?? 'global']: {
              clientId: MicrosoftClientId,
              ...(MicrosoftAuthority === undefined ? {} : { tenant: MicrosoftAuthority }),
            },
          },
    ...(GoogleClientId === undefined
      ? {}
      : {
          google: {
            clientId: GoogleClientId,
            ...(GoogleClientSecret === undefined ? {} : { clientSecret: GoogleClientSecret }),
          },
        }),
  });
}
