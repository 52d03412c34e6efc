import { Minus } from 'lucide-react';
import { useState, type JSX } from 'react';
import type { HoldView } from '../../shared/ipc/rules.ts';
import { sayFirstDay, sayTimes } from '../../shared/view/say-when.ts';
import { PrivateTitle } from '../rules/private-title.tsx';
import { counted } from '../rules/rule-words.ts';
import { createAppStore } from '../state/app.ts';
import { useFeature } from '../state/stores.tsx';
import { Button } from '../ui/button.tsx';
import { blocksByDay } from './hold-words.ts';
import styles from './holds.module.css';

const FIRST_DAYS = 6;

/** Every block that would go, by day. */
export function HoldDiff({ blocks: gone }: { readonly blocks: HoldView['blocks'] }): JSX.Element {
  const zone = useFeature(createAppStore, ({ value }) => value?.zone ?? 'UTC');
  const [all, setAll] = useState(false);
  const days = blocksByDay(gone, (time) => sayFirstDay(time, zone));
  const shown = all ? days : days.slice(0, FIRST_DAYS);
  const removals = counted(gone.length, 'block');
  return (
    <>
      <ul className={styles.diff} aria-label="Blocks that would go">
        {shown.map(({ day, blocks }) => (
          <li key={day} className={styles.day}>
            <span className={styles.dayName}>{day}</span>
            <ul className={styles.blocks}>
              {blocks.map((block, index) => (
                <li key={index} className={styles.block}>
                  <Minus size={12} aria-label="Would be removed:" />
                  <span className={styles.when}>{sayTimes(block.time, zone)}</span>
                  <span className={styles.text}>
                    <PrivateTitle text={block.title} max={120} />
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {days.length > FIRST_DAYS ? (
        <div className={styles.foot}>
          <Button size="small" look="quiet" onClick={() => setAll(!all)}>
            {all ? 'Show fewer' : `Show all ${removals}`}
          </Button>
        </div>
      ) : null}
    </>
  );
}
