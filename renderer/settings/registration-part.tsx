import type { JSX } from 'react';
import type { Registration } from '../../shared/ipc/sign-in-setup.ts';
import { providerWords } from '../accounts/account-words.ts';
import { cloudLabel } from '../accounts/cloud-words.ts';
import { useAsked } from '../state/asked.ts';
import { useDeed } from '../state/deed.ts';
import { createSignInSetup } from '../state/sign-in-setup.ts';
import { useFeature } from '../state/stores.tsx';
import { Button } from '../ui/button.tsx';
import { Failure } from '../ui/failure.tsx';
import { SettingRow } from '../ui/setting-row.tsx';
import { Part } from './part.tsx';
import { RegistrationDialog } from './registration-dialog.tsx';
import { registrationHint } from './registration-words.ts';

/** Under which client ids Umbra is known to the providers. */
export function RegistrationPart(): JSX.Element {
  const { value: setup, problem, loading, reload } = useFeature(createSignInSetup, (all) => all);
  const [adding, setAdding] = useAsked('client');
  return (
    <Part title="Registration">
      <Failure problem={problem} loading={loading} reload={reload} />
      {(setup?.registrations ?? []).map((one) => (
        <RegistrationRow key={`${one.provider} ${one.cloud ?? ''}`} registration={one} />
      ))}
      <SettingRow
        title="Client ID"
        hint="Microsoft and Google ask every program for one. Sign-ins of this computer use it."
      >
        <Button onClick={() => setAdding(true)}>Enter a client ID…</Button>
      </SettingRow>
      {adding ? <RegistrationDialog onClose={() => setAdding(false)} /> : null}
    </Part>
  );
}

function RegistrationRow({ registration }: { readonly registration: Registration }): JSX.Element {
  const save = useDeed('saveClient');
  const { provider, cloud, from } = registration;
  const name = [providerWords[provider], cloudLabel(cloud)]
    .filter((word) => word !== '')
    .join(', ');
  const remove = (): void => {
    void save.run(
      cloud === null
        ? { provider: 'google', client: null }
        : { provider: 'microsoft', cloud, client: null },
    );
  };
  return (
    <SettingRow title={name} hint={registrationHint(registration)}>
      {from === 'settings' ? (
        <Button busy={save.busy} onClick={remove}>
          Remove
        </Button>
      ) : null}
    </SettingRow>
  );
}
