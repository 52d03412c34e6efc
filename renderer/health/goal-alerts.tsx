import { TriangleAlert } from 'lucide-react';
import type { JSX } from 'react';
import { missedSentence } from '../../shared/view/goals.ts';
import { createAccountsStore } from '../state/app.ts';
import { useFeature } from '../state/stores.tsx';
import { foreignText } from '../ui/foreign-text.ts';
import type { AccountHealth } from '../../shared/view/health-figures.ts';
import styles from './health.module.css';

/** What was promised and not kept in the last 24 hours; nothing where all was. */
export function GoalAlerts({
  accounts,
}: {
  readonly accounts: readonly AccountHealth[];
}): JSX.Element | null {
  const known = useFeature(createAccountsStore, ({ value }) => value);
  const alerts = accounts.flatMap(({ account, missed }) => {
    const label = known?.find(({ id }) => id === account)?.label ?? account;
    return missed.map((goal) => ({
      key: `${account} ${goal}`,
      words: missedSentence(goal, foreignText(label, 60)),
    }));
  });
  if (alerts.length === 0) return null;
  return (
    <section className={styles.alerts} aria-label="Goals missed in the last 24 hours">
      <TriangleAlert size={16} aria-hidden="true" />
      <ul>
        {alerts.map(({ key, words }) => (
          <li key={key}>{words}</li>
        ))}
      </ul>
    </section>
  );
}
