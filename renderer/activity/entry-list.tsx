import { useEffect, useMemo, useRef, type JSX } from 'react';
import type { ActivityEntry } from '../../shared/ipc/activity.ts';
import { sayClock, sayDay } from '../../shared/view/say-when.ts';
import { calendarName } from '../../shared/rules/calendar-choices.ts';
import { useChoices } from '../rules/use-choices.ts';
import { createAppStore, createRulesStore } from '../state/app.ts';
import { useFeature } from '../state/stores.tsx';
import { Badge } from '../ui/badge.tsx';
import { Foreign } from '../ui/foreign.tsx';
import { useRowsInSight } from '../ui/rows-in-sight.ts';
import { createActivity } from './activity-store.ts';
import { rowsByDay, sayAction, sayBy, sayOutcome, type Row } from './entry-words.ts';
import styles from './activity.module.css';

const ROW = 36;
const heads = ['Time', 'What', 'Calendar', 'Rule', 'Outcome', 'By', 'Number'] as const;
const tones = { good: 'neutral', quiet: 'neutral', warn: 'warn', bad: 'bad' } as const;

/** The log, of which only what is in sight is in the page. It goes on loading towards its beginning. */
export function EntryList({
  entries,
}: {
  readonly entries: readonly ActivityEntry[];
}): JSX.Element {
  const zone = useFeature(createAppStore, ({ value }) => value?.zone ?? 'UTC');
  const loadMore = useFeature(createActivity, (state) => state.loadMore);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => rowsByDay(entries, (at) => sayDay(at, zone)), [entries, zone]);
  const heights = useMemo(() => rows.map(() => ROW), [rows]);
  const { start, end, starts, height } = useRowsInSight(scroller, heights);
  useEffect(() => {
    if (end >= rows.length - 40) void loadMore();
  }, [end, rows.length, loadMore]);
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      tabIndex={0}
      role="table"
      aria-label="Activity, newest first"
      aria-rowcount={rows.length + 1}
    >
      <div role="rowgroup" className={styles.heads}>
        <div role="row" aria-rowindex={1} className={styles.head}>
          {heads.map((head) => (
            <span key={head} role="columnheader">
              {head}
            </span>
          ))}
        </div>
      </div>
      <div role="rowgroup" className={styles.sheet} style={{ height: `${height}px` }}>
        {rows.slice(start, end).map((row, index) => (
          <div
            key={row.key}
            role="row"
            aria-rowindex={start + index + 2}
            className={row.kind === 'day' ? styles.day : styles.row}
            style={{ transform: `translateY(${starts[start + index] ?? 0}px)` }}
          >
            <RowCells row={row} zone={zone} />
          </div>
        ))}
      </div>
    </div>
  );
}

function RowCells({ row, zone }: { readonly row: Row; readonly zone: string }): JSX.Element {
  const choices = useChoices();
  const rules = useFeature(createRulesStore, ({ value }) => value);
  if (row.kind === 'day') return <span role="cell">{row.day}</span>;
  const { entry } = row;
  const outcome = sayOutcome(entry.phase === 'intent' ? 'intended' : entry.outcome);
  const rule = rules?.find((view) => view.rule.id === entry.rule)?.rule.name ?? entry.rule;
  return (
    <>
      <span role="cell" className={styles.time}>
        {sayClock(entry.at, zone)}
      </span>
      <span role="cell" className={styles.action}>
        {sayAction(entry.action)}
      </span>
      <span role="cell" className={styles.cut}>
        {entry.target === null ? (
          ''
        ) : (
          <Foreign text={calendarName(choices, entry.target)} max={80} />
        )}
      </span>
      <span role="cell" className={styles.quiet}>
        {rule === null ? '' : <Foreign text={rule} max={60} />}
      </span>
      <span role="cell" className={styles.outcome}>
        {outcome.tone === 'good' || outcome.tone === 'quiet' ? (
          <span className={styles.quiet}>{outcome.words}</span>
        ) : (
          <Badge tone={tones[outcome.tone]}>{outcome.words}</Badge>
        )}
      </span>
      <span role="cell" className={styles.quiet}>
        {sayBy(entry.by)}
      </span>
      <span role="cell" className={styles.number}>
        #{entry.sequence}
      </span>
    </>
  );
}
