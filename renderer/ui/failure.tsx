import type { JSX } from 'react';
import type { Problem } from '../../shared/ipc/contract.ts';
import { ErrorNote } from './error-note.tsx';

export interface FailureProps {
  readonly problem: Problem | null;
  readonly loading: boolean;
  readonly reload: () => Promise<void>;
}

/** Why a view has not read what it shows, and the button that reads it once more; nothing where it has. */
export function Failure({ problem, loading, reload }: FailureProps): JSX.Element | null {
  if (problem === null) return null;
  return (
    <ErrorNote
      problem={problem}
      mend={{ words: 'Try again', run: () => void reload(), busy: loading }}
    />
  );
}
