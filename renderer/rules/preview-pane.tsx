import { ArrowRight, EyeOff } from 'lucide-react';
import type { JSX } from 'react';
import { useFeature } from '../state/stores.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { createDrafts } from './drafts-store.ts';
import { ExampleList } from './example-list.tsx';
import styles from './preview-pane.module.css';

/** What you have beside what they see: the user's own events through the rule in the editor. */
export function PreviewPane(): JSX.Element {
  const preview = useFeature(createDrafts, (state) => state.preview);
  const problem = useFeature(createDrafts, (state) => state.previewProblem);
  const stale = useFeature(createDrafts, (state) => state.stale);
  return (
    <section className={styles.pane} aria-label="Preview" aria-busy={stale} tabIndex={0}>
      <header className={styles.head}>
        <h2>What you have</h2>
        <h2>
          <ArrowRight size={12} aria-hidden="true" /> What they see
        </h2>
        <span className={styles.state}>{stale ? <Spinner /> : null}</span>
      </header>
      {problem === null ? null : <ErrorNote problem={problem} />}
      {preview?.examples.length === 0 ? (
        <EmptyState icon={<EyeOff size={20} />} title="Nothing to show yet">
          {preview.problems.length > 0
            ? 'The preview comes back once the problems of the rules are mended.'
            : 'None of your coming events is in reach of this rule.'}
        </EmptyState>
      ) : (
        <ExampleList examples={preview?.examples ?? []} stale={stale} />
      )}
    </section>
  );
}
