import type { JSX } from 'react';
import { createAccountsStore } from '../state/app.ts';
import { useFeature } from '../state/stores.tsx';
import { Foreign } from '../ui/foreign.tsx';

/** The head of a row that is about one account. */
export function AccountHead({ account }: { readonly account: string }): JSX.Element {
  const label = useFeature(
    createAccountsStore,
    ({ value }) => value?.find(({ id }) => id === account)?.label ?? account,
  );
  return (
    <th scope="row">
      <Foreign text={label} max={60} />
    </th>
  );
}
