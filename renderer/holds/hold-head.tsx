import type { JSX } from 'react';
import type { HoldView } from '../../shared/ipc/rules.ts';
import { sayAgo } from '../../shared/view/say-when.ts';
import { calendarName } from '../../shared/rules/calendar-choices.ts';
import { useChoices } from '../rules/use-choices.ts';
import { createAppStore, createRulesStore } from '../state/app.ts';
import { useFeature } from '../state/stores.tsx';
import { Badge } from '../ui/badge.tsx';
import { Foreign } from '../ui/foreign.tsx';
import { decisionWords, reasonWords } from './hold-words.ts';
import styles from './holds.module.css';

/** What was stopped, why, and what to look at before deciding. */
export function HoldHead({ hold }: { readonly hold: HoldView }): JSX.Element {
  const { zone, now } = useFeature(createAppStore, ({ value }) => value) ?? { zone: 'UTC', now: 0 };
  const rules = useFeature(createRulesStore, ({ value }) => value);
  const choices = useChoices();
  const rule = rules?.find((view) => view.rule.id === hold.rule)?.rule.name;
  return (
    <div className={styles.words}>
      <h2 className={styles.title}>
        {reasonWords[hold.reason].title}
        <Badge tone={hold.state === 'waiting' ? 'warn' : 'neutral'}>
          {decisionWords[hold.state]}
        </Badge>
      </h2>
      {hold.state === 'waiting' ? (
        <>
          <p>
            <Foreign text={hold.sentence} max={300} />
          </p>
          <p className={styles.small}>{reasonWords[hold.reason].check}</p>
        </>
      ) : null}
      <p className={styles.small}>
        <Foreign text={calendarName(choices, hold.target)} />
        {rule === undefined ? '' : ` · rule “${rule}”`} · stopped {sayAgo(hold.since, now, zone)}
      </p>
    </div>
  );
}
