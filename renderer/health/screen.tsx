import { HeartPulse, Printer } from 'lucide-react';
import type { JSX } from 'react';
import { remoteStore } from '../state/remote.ts';
import { useFeature } from '../state/stores.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Failure } from '../ui/failure.tsx';
import { Screen } from '../ui/screen.tsx';
import { AccountTable } from './account-table.tsx';
import { CycleChart } from './cycle-chart.tsx';
import { overall, sayCycles } from '../../shared/view/health-figures.ts';
import { FlowMap } from './flow-map-view.tsx';
import { GoalAlerts } from './goal-alerts.tsx';
import { HistoryTable } from './history-table.tsx';
import page from '../ui/page.module.css';
import styles from './health.module.css';

const createHealthStore = remoteStore('health', {}, ['activity', 'accounts', 'rules']);

const verdicts = {
  met: <Badge tone="good">Every goal is met</Badge>,
  missed: <Badge tone="warn">Not every goal is met</Badge>,
  unknown: <Badge>No sample yet</Badge>,
} as const;

/** How well the sync does against what was promised, and where whose data goes. */
export default function HealthScreen(): JSX.Element {
  const { value, problem, loading, reload } = useFeature(createHealthStore, (state) => state);
  return (
    <Screen
      title="Health"
      note={value === null ? null : verdicts[overall(value.accounts)]}
      actions={
        <Button
          icon={<Printer size={14} />}
          disabled={value === null}
          onClick={() => globalThis.print()}
        >
          Print the map
        </Button>
      }
    >
      <div className={page.page}>
        <Failure problem={problem} loading={loading} reload={reload} />
        {value?.accounts.length === 0 ? (
          <EmptyState icon={<HeartPulse size={22} />} title="Nothing to measure yet">
            Once an account is connected, this page shows how quickly changes become blocks, and
            which calendar’s data goes where.
          </EmptyState>
        ) : null}
        {value === null || value.accounts.length === 0 ? null : (
          <>
            <GoalAlerts accounts={value.accounts} />
            <section className={page.part} aria-labelledby="health-accounts">
              <h2 id="health-accounts">Accounts</h2>
              <p className={styles.small}>
                The last seven days. A change counts from half-way between the read that found it
                and the one before.
              </p>
              <AccountTable accounts={value.accounts} />
            </section>
            <HistoryTable accounts={value.accounts} />
            <section className={page.part} aria-labelledby="health-cycles">
              <h2 id="health-cycles">Time per sync</h2>
              <p className={styles.small}>
                {sayCycles(value.cycles)} <span className={styles.failed} aria-hidden="true" /> did
                not finish
              </p>
              <CycleChart cycles={value.cycles} />
            </section>
            <FlowMap flows={value.flows} />
          </>
        )}
      </div>
    </Screen>
  );
}
