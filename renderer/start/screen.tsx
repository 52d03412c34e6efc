import { useState, type JSX } from 'react';
import type { AccountView } from '../../shared/ipc/accounts.ts';
import { createAccountsStore } from '../state/app.ts';
import { go, useRoute } from '../state/route.ts';
import { useLocks } from '../state/locks.ts';
import { useFeature } from '../state/stores.tsx';
import { Button } from '../ui/button.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { CalendarsStep } from './calendars-step.tsx';
import { ConnectStep } from './connect-step.tsx';
import { createStart } from './start-store.ts';
import { StepList } from './step-list.tsx';
import {
  leftAtFirst,
  readingWords,
  stepProblem,
  steps,
  stepWords,
  type Step,
} from '../../shared/view/first-start.ts';
import { TemplateStep } from './template-step.tsx';
import styles from './start.module.css';

/** The first start in three steps. The step is in the route, so that a sign-in in between loses nothing. */
export default function StartScreen(): JSX.Element {
  const { params } = useRoute();
  const step = steps.find((known) => known === params['step']) ?? 'connect';
  const accounts = useFeature(createAccountsStore, ({ value }) => value) ?? [];
  const left = useFeature(createStart, (state) => state.left) ?? leftAtFirst(accounts);
  const finish = useFeature(createStart, (state) => state.finish);
  const saving = useFeature(createStart, (state) => state.saving);
  const { ownRules } = useLocks();
  const [asked, setAsked] = useState(false);
  const index = steps.indexOf(step);
  const problem = stepProblem(step, accounts, left);
  const show = (next: Step | undefined): void => {
    setAsked(false);
    if (next !== undefined) go('start', { step: next });
  };
  const forward = async (): Promise<void> => {
    if (problem !== null) {
      setAsked(true);
      return;
    }
    if (step !== 'template') show(steps[index + 1]);
    // Where only the organisation's rules act there is nothing to choose.
    else if (ownRules !== null || (await finish())) go('calendar');
  };
  return (
    <section className={styles.screen} aria-label="First start">
      <div className={styles.sheet}>
        <StepList current={step} />
        <header className={styles.head}>
          <h1 className={styles.title}>{stepWords[step].title}</h1>
          <p className={styles.sentence}>{stepWords[step].sentence}</p>
        </header>
        <div className={styles.body}>
          {step === 'connect' ? <ConnectStep onDone={() => show('calendars')} /> : null}
          {step === 'calendars' ? <CalendarsStep accounts={accounts} left={left} /> : null}
          {step === 'template' ? <TemplateStep accounts={accounts} left={left} /> : null}
        </div>
        <footer className={styles.foot}>
          <p role="status" className={styles.problem}>
            {asked && problem !== null ? problem : <Reading accounts={accounts} />}
          </p>
          {index === 0 ? null : <Button onClick={() => show(steps[index - 1])}>Back</Button>}
          {step === 'template' && ownRules === null ? (
            <Button look="quiet" onClick={() => go('rules')}>
              Write my own rules
            </Button>
          ) : null}
          <Button look="primary" busy={saving} onClick={() => void forward()}>
            {step === 'template' ? 'Start' : 'Continue'}
          </Button>
        </footer>
      </div>
    </section>
  );
}

function Reading({ accounts }: { readonly accounts: readonly AccountView[] }): JSX.Element | null {
  const words = readingWords(accounts);
  if (words === null) return null;
  return (
    <span className={styles.quiet}>
      <Spinner /> {words}
    </span>
  );
}
