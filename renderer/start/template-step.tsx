import { useEffect, type JSX } from 'react';
import type { AccountView } from '../../shared/ipc/accounts.ts';
import type { TemplateName } from '../../shared/rules/rule-templates.ts';
import { counted } from '../rules/rule-words.ts';
import { sayImpact } from '../rules/impact-words.ts';
import { ExampleList } from '../rules/example-list.tsx';
import { templateNames, templateWords } from '../rules/template-words.ts';
import { useLocks } from '../state/locks.ts';
import { useFeature } from '../state/stores.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Foreign } from '../ui/foreign.tsx';
import { RadioCards } from '../ui/radio-cards.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { createStart } from './start-store.ts';
import { pickedCount } from '../../shared/view/first-start.ts';
import styles from './start.module.css';

const choices = templateNames.map((value) => ({
  value,
  label: templateWords[value].title,
  hint: `${templateWords[value].sentence} ${templateWords[value].fits}`,
}));
const FIRST: TemplateName = 'mesh';

export interface TemplateStepProps {
  readonly accounts: readonly AccountView[];
  readonly left: ReadonlySet<string>;
}

/** The templates, and what the chosen one would do with the user's own events. */
export function TemplateStep({ accounts, left }: TemplateStepProps): JSX.Element {
  const { template, preview, problem, choose } = useFeature(createStart, (state) => state);
  const { ownRules } = useLocks();
  useEffect(() => {
    if (template === null && ownRules === null) void choose(FIRST);
  }, [template, choose, ownRules]);
  if (ownRules !== null) return <p className={styles.quiet}>{ownRules}</p>;
  return (
    <div className={styles.templates}>
      <RadioCards
        tall
        label="How the calendars block each other"
        value={template}
        choices={choices}
        onChange={(next) => void choose(next)}
      />
      <div className={styles.preview}>
        <p className={styles.quiet} role="status">
          {preview === null ? (
            <>
              <Spinner /> Working out what it would do …
            </>
          ) : (
            `${counted(pickedCount(accounts, left), 'calendar')}. ${sayImpact(preview)}`
          )}
        </p>
        {problem === null ? null : (
          <ErrorNote
            problem={problem}
            mend={{ words: 'Try again', run: () => void choose(template ?? FIRST) }}
          />
        )}
        {preview === null || preview.reveals.length === 0 ? null : (
          <ul
            className={styles.reveals}
            aria-label="What others will see that they could not see before"
          >
            {preview.reveals.map((words) => (
              <li key={words}>
                <Foreign text={words} max={300} />
              </li>
            ))}
          </ul>
        )}
        <ExampleList examples={preview?.examples ?? []} />
      </div>
    </div>
  );
}
