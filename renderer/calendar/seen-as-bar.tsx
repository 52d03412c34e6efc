import { Eye } from 'lucide-react';
import type { JSX } from 'react';
import { audienceChoices } from '../../shared/view/audiences.ts';
import { useFeature } from '../state/stores.tsx';
import { Button } from '../ui/button.tsx';
import { foreignText } from '../ui/foreign-text.ts';
import { Segmented } from '../ui/segmented.tsx';
import { Select } from '../ui/select.tsx';
import { createCalendarStore } from './calendar-store.ts';
import { useBook } from './use-calendar.ts';
import styles from './seen-as-bar.module.css';

/** While the user looks at a target as others see it: whose eyes, and the way back. */
export function SeenAsBar(): JSX.Element | null {
  const book = useBook();
  const { seenAs, lookAs } = useFeature(createCalendarStore, (state) => state);
  if (seenAs === null) return null;
  const { calendar, audience } = seenAs;
  return (
    <div className={styles.bar} role="region" aria-label="Seen as">
      <span className={styles.words}>
        <Eye size={16} aria-hidden="true" /> As others see
      </span>
      <div className={styles.calendar}>
        <Select
          label="Calendar"
          value={calendar}
          choices={[...book.values()].map(({ key, label }) => ({
            value: key,
            label: foreignText(label, 60),
          }))}
          onChange={(next) => lookAs({ calendar: next, audience })}
        />
      </div>
      <Segmented
        label="Whose eyes"
        value={audience}
        choices={audienceChoices}
        onChange={(next) => lookAs({ calendar, audience: next })}
      />
      <p className={styles.note}>{audienceChoices.find(({ value }) => value === audience)?.note}</p>
      <Button size="small" onClick={() => lookAs(null)}>
        Back to my view
      </Button>
    </div>
  );
}
