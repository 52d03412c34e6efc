import { useState } from 'react';
import type { Problem } from '../../shared/ipc/contract.ts';
import type { ProviderKind } from '../../shared/model/account.ts';
import { createAccountsStore } from '../state/app.ts';
import { ask } from '../state/ask.ts';
import { createNotices } from '../state/notices.ts';
import { useFeature, useShelf } from '../state/stores.tsx';
import { labelProblem } from './account-words.ts';

export interface SignIn {
  readonly provider: ProviderKind;
  readonly setProvider: (provider: ProviderKind) => void;
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
  const [provider, setProvider] = useState<ProviderKind>('microsoft');
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
    const reply = await ask(shelf.api, 'addAccount', { provider, label: label.trim() });
    setBusy(false);
    setProblem(reply.ok ? null : reply.problem);
    if (!reply.ok) return;
    shelf.store(createNotices).getState().say('Connected. Its calendars are being read.');
    setLabel('');
    setTried(false);
    onDone();
  };
  const error = tried && wrong !== null ? wrong : undefined;
  return { provider, setProvider, label, setLabel, error, busy, problem, connect };
}
