import { useEffect, useMemo, useState, type JSX } from 'react';
import { createAppStore } from '../state/app.ts';
import { useRoute } from '../state/route.ts';
import { useFeature } from '../state/stores.tsx';
import { FindForm } from './find-form.tsx';
import { FindResults } from './find-results.tsx';
import { createFindStore } from './find-store.ts';
import { firstWish, readWish } from '../../shared/view/time-wish.ts';
import styles from './conflicts.module.css';

/** Free time across all calendars: asked for at the left, found at the right, copied for a mail. */
export function FindTime(): JSX.Element | null {
  const app = useFeature(createAppStore, ({ value }) => value);
  if (app === null) return null;
  return <Finder now={app.now} zone={app.zone} />;
}

function Finder({ now, zone }: { readonly now: number; readonly zone: string }): JSX.Element {
  const { params } = useRoute();
  const find = useFeature(createFindStore, (state) => state.find);
  const [start] = useState(now);
  const [wish, setWish] = useState(() => firstWish(now, zone, params.from, params.to));
  const reading = useMemo(() => readWish(wish, start, zone), [wish, start, zone]);
  useEffect(() => {
    if (reading.ok) void find(reading.input);
  }, [find, reading]);
  return (
    <div className={styles.find}>
      <FindForm wish={wish} reading={reading} onChange={setWish} />
      <FindResults zone={zone} minutes={wish.minutes} />
    </div>
  );
}
