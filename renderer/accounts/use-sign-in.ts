import { useState } from 'react';
import type { Problem } from '../../shared/ipc/contract.ts';
import type { MicrosoftCloud, ProviderKind } from '../../shared/model/account.ts';
import { createAccountsStore } from '../state/app.ts';
import { ask } from '../state/ask.ts';
import { useLocks } from '../state/locks.ts';
import { createNotices } from '../state/notices.ts';
import { useFeature, useShelf } from '../state/stores.tsx';
import { labelProblem } from '../../shared/accounts/label-problem.ts';

export interface SignIn {
  readonly provider: ProviderKind;
  readonly setProvider: (provider: ProviderKind) => void;
  readonly cloud: MicrosoftCloud;
  readonly setCloud: (cloud: MicrosoftCloud) => void;
  /** For an account that is only ever a source. */
  readonly readOnly: boolean;
  readonly setReadOnly: (readOnly: boolean) => void;
  readonly label: string;
  readonly setLabel: (label: string) => void;
  /** What is wrong with the name, once a sign-in was tried. */
  readonly error: string | undefined;
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly connect: () => Promise<void>;
}

/** A sign-in that is being filled in; it goes on in the system's browser. */
export function useSignIn(onDone: () => void): SignIn {
  const shelf = useShelf();
  const accounts = useFeature(createAccountsStore, (state) => state.value) ?? [];
  const locks = useLocks();
  const [chosen, setProvider] = useState<ProviderKind | null>(null);
  const provider = chosen ?? (locks.provider('microsoft') === null ? 'microsoft' : 'google');
  const [cloud, setCloud] = useState<MicrosoftCloud>('global');
  const [readOnly, setReadOnly] = useState(false);
  const [label, setLabel] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const wrong = labelProblem(
    label,
    accounts.map((account) => account.label),
  );
  const connect = async (): Promise<void> => {
    setTried(true);
    if (wrong !== null) return;
    setBusy(true);
    const reply = await ask(shelf.api, 'addAccount', {
      provider,
      label: label.trim(),
      cloud,
      readOnly,
    });
    setBusy(false);
    setProblem(reply.ok ? null : reply.problem);
    if (!reply.ok) return;
    shelf.store(createNotices).getState().say('Connected. Its calendars are being read.');
    setLabel('');
    setTried(false);
    onDone();
  };
  const error = tried && wrong !== null ? wrong : undefined;
  return {
    ...{ provider, setProvider, cloud, setCloud, readOnly, setReadOnly, label, setLabel },
    ...{ error, busy, problem, connect },
  };
}
