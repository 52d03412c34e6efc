import { useMemo, type JSX } from 'react';
import type { RulePreview } from '../../shared/ipc/rules.ts';
import { sayWhen } from '../../shared/view/say-when.ts';
import { createAppStore } from '../state/app.ts';
import { useFeature } from '../state/stores.tsx';
import { Foreign } from '../ui/foreign.tsx';
import { calendarName, type CalendarChoice } from '../../shared/rules/calendar-choices.ts';
import {
  alike,
  exampleGroups,
  type ExampleGroup,
  type SharedView,
} from '../../shared/view/rule-impact.ts';
import { PrivateTitle } from './private-title.tsx';
import { useChoices } from './use-choices.ts';
import styles from './preview-pane.module.css';

export interface ExampleListProps {
  readonly examples: RulePreview['examples'];
  /** They are of an older draft. */
  readonly stale?: boolean;
}

/** The user's own events, each beside what the targets show of it. */
export function ExampleList({ examples, stale = false }: ExampleListProps): JSX.Element {
  const zone = useFeature(createAppStore, (state) => state.value?.zone ?? 'UTC');
  const choices = useChoices();
  const groups = useMemo(() => exampleGroups(examples), [examples]);
  return (
    <ul
      className={styles.list}
      data-stale={stale || undefined}
      aria-label="Your events, and what is shown of them"
    >
      {groups.map((group) => (
        <ExampleCard key={group.key} group={group} zone={zone} choices={choices} />
      ))}
    </ul>
  );
}

interface ExampleCardProps {
  readonly group: ExampleGroup;
  readonly zone: string;
  readonly choices: readonly CalendarChoice[];
}

/** A time breaks after its day, not within its hours. */
function when(time: ExampleGroup['time'], zone: string): string {
  return sayWhen(time, zone).replaceAll('–', '–\u2060');
}

function ExampleCard({ group, zone, choices }: ExampleCardProps): JSX.Element {
  return (
    <li className={styles.card}>
      <div className={styles.mine}>
        <span className={styles.title}>
          <PrivateTitle text={group.title} max={80} />
        </span>
        <span className={styles.small}>{when(group.time, zone)}</span>
        <span className={styles.small}>
          <Foreign text={calendarName(choices, group.calendar)} max={60} />
        </span>
      </div>
      <ul className={styles.theirs}>
        {alike(group.views).map((view) => (
          <SeenView
            key={view.targets.join()}
            view={view}
            zone={zone}
            choices={choices}
            mine={group}
          />
        ))}
      </ul>
    </li>
  );
}

function SeenView(props: {
  readonly view: SharedView;
  readonly mine: ExampleGroup;
  readonly zone: string;
  readonly choices: readonly CalendarChoice[];
}): JSX.Element {
  const { view, mine, zone, choices } = props;
  const { shown } = view;
  const where = (
    <span className={styles.small}>
      <Foreign text={targetWords(view.targets, choices)} max={80} />
    </span>
  );
  if (shown === null)
    return (
      <li className={styles.nothing}>
        <span className={styles.reason}>{view.reason}</span>
        {where}
      </li>
    );
  const then = when(shown.time, zone);
  return (
    <li className={styles.block}>
      <span className={styles.title}>
        <PrivateTitle text={shown.title} max={80} />
      </span>
      {then === when(mine.time, zone) ? null : <span className={styles.small}>{then}</span>}
      {shown.location === null ? null : (
        <span className={styles.small}>
          <Foreign text={shown.location} max={80} />
        </span>
      )}
      {shown.description === null ? null : (
        <span className={styles.small}>
          <Foreign text={shown.description} max={120} />
        </span>
      )}
      {where}
    </li>
  );
}

function targetWords(targets: readonly string[], choices: readonly CalendarChoice[]): string {
  const [first = ''] = targets;
  const more = targets.length - 1;
  const name = calendarName(choices, first);
  return more === 0 ? `on ${name}` : `on ${name} and ${more} more`;
}
