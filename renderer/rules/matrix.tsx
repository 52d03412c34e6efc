import { Network } from 'lucide-react';
import { useMemo, useRef, useState, type JSX, type KeyboardEvent } from 'react';
import { createRulesStore } from '../state/app.ts';
import { useLocks } from '../state/locks.ts';
import { useFeature } from '../state/stores.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { createDrafts } from './drafts-store.ts';
import { MatrixTable } from './matrix-table.tsx';
import { MatrixTools } from './matrix-tools.tsx';
import { firstCell, stepSelection, type Selection } from './matrix-selection.ts';
import { cellLevels, chosenCells, sayCell, type CellLevel } from './matrix-words.ts';
import { changeable, topology } from '../../shared/rules/topology.ts';
import { setPairs } from '../../shared/rules/topology-edit.ts';
import { lockedRules } from '../../shared/view/rule-state.ts';
import { useChoices } from './use-choices.ts';
import styles from './matrix.module.css';

/** Sources × targets: what each calendar shows of each other one, to see and to change. */
export function Matrix(): JSX.Element {
  const rules = useFeature(createDrafts, (state) => state.history.present);
  const edit = useFeature(createDrafts, (state) => state.edit);
  const views = useFeature(createRulesStore, (state) => state.value);
  const choices = useChoices();
  const map = useMemo(() => topology(rules, choices), [rules, choices]);
  const { ownRules } = useLocks();
  const [selection, setSelection] = useState<Selection>(firstCell);
  const [said, setSaid] = useState('');
  const grid = useRef<HTMLDivElement>(null);
  const size = { rows: map.sources.length, columns: map.targets.length };
  if (size.rows === 0 || size.columns === 0)
    return (
      <EmptyState icon={<Network size={20} />} title="No calendars yet">
        Once an account is connected, its calendars stand here as rows and columns.
      </EmptyState>
    );
  const locked = lockedRules(views ?? []);
  const chosen = chosenCells(map, selection);
  const free = changeable(chosen, locked, ownRules);
  const put = (level: CellLevel): void => {
    if (free.length === 0) return;
    edit((all) => setPairs(all, choices, free, level === 'none' ? null : level));
    const label = cellLevels.find(({ value }) => value === level)?.label ?? level;
    setSaid(`${free.length} ${free.length === 1 ? 'cell' : 'cells'}: ${label}`);
  };
  const select = (next: Selection): void => {
    setSelection(next);
    const cell = map.rows[next.head.row]?.[next.head.column];
    if (cell !== undefined) setSaid(sayCell(cell));
    grid.current
      ?.querySelector<HTMLElement>(
        `[data-row="${next.head.row}"][data-column="${next.head.column}"]`,
      )
      ?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const level = cellLevels.find(({ key }) => key === event.key);
    const next = stepSelection(selection, event.key, size, event.shiftKey);
    if (level === undefined && next === null) return;
    event.preventDefault();
    if (level !== undefined) put(level.value);
    else if (next !== null) select(next);
  };
  return (
    <div className={styles.matrix}>
      <MatrixTools cells={chosen} lockedCount={chosen.length - free.length} onPut={put} />
      <div ref={grid} className={styles.scroller} onKeyDown={onKeyDown}>
        <MatrixTable map={map} selection={selection} locked={locked} onSelect={select} />
      </div>
      <p role="status" className={styles.unseen}>
        {said}
      </p>
    </div>
  );
}
