import { Check } from 'lucide-react';
import type { JSX } from 'react';
import { steps, stepWords, type Step } from '../../shared/view/first-start.ts';
import styles from './start.module.css';

/** Where one stands among the steps. */
export function StepList({ current }: { readonly current: Step }): JSX.Element {
  const at = steps.indexOf(current);
  return (
    <ol className={styles.steps} aria-label="Steps">
      {steps.map((step, index) => (
        <li
          key={step}
          className={styles.step}
          data-done={index < at || undefined}
          aria-current={index === at ? 'step' : undefined}
        >
          <span className={styles.number} aria-hidden="true">
            {index < at ? <Check size={12} /> : index + 1}
          </span>
          {stepWords[step].title}
        </li>
      ))}
    </ol>
  );
}
