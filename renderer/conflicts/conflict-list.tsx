import { CircleCheckBig } from 'lucide-react';
import { useMemo, type JSX } from 'react';
import { conflictDays } from '../../shared/view/conflicts-ahead.ts';
import { formatter } from '../calendar/time-words.ts';
import { useZone } from '../calendar/use-calendar.ts';
import { go } from '../state/route.ts';
import { useFeature } from '../state/stores.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Failure } from '../ui/failure.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { ConflictCard } from './conflict-card.tsx';
import { createConflictsStore } from './conflicts-store.ts';
import styles from './conflicts.module.css';

/** Every double booking of the coming weeks, by day. */
export function ConflictList(): JSX.Element {
  const zone = useZone();
  const { conflicts, problem, loading, reload } = useFeature(createConflictsStore, (all) => all);
  const days = useMemo(() => {
    const name = formatter(zone, { weekday: 'long', day: 'numeric', month: 'long' });
    return [...Map.groupBy(conflicts ?? [], ({ start }) => name.format(start))];
  }, [conflicts, zone]);
  if (problem !== null) return <Failure problem={problem} loading={loading} reload={reload} />;
  if (conflicts === null)
    return (
      <p className={styles.waiting} role="status">
        <Spinner /> Comparing your calendars…
      </p>
    );
  if (conflicts.length === 0)
    return (
      <EmptyState
        icon={<CircleCheckBig size={20} />}
        title="You are nowhere twice"
        actions={<Button onClick={() => go('conflicts', { tab: 'find' })}>Find time</Button>}
      >
        Events of different calendars that overlap in the next {conflictDays} days would stand here,
        each with a way to both. Free, declined and blocked times do not count.
      </EmptyState>
    );
  return (
    <div className={styles.list}>
      {days.map(([day, members]) => (
        <section key={day} className={styles.day}>
          <h2>{day}</h2>
          <div className={styles.cards}>
            {members.map((conflict) => (
              <ConflictCard key={`${conflict.start} ${conflict.end}`} conflict={conflict} />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}
