import type { JSX } from 'react';
import { useFeature } from '../state/stores.tsx';
import { go } from '../state/route.ts';
import { Button } from '../ui/button.tsx';
import { Foreign } from '../ui/foreign.tsx';
import { createDrafts } from './drafts-store.ts';
import { cellLevels, commonLevel, sayCell, type CellLevel } from './matrix-words.ts';
import type { Cell } from '../../shared/rules/topology.ts';
import styles from './matrix.module.css';

export interface MatrixToolsProps {
  /** The cells that are chosen. */
  readonly cells: readonly Cell[];
  /** How many of them an administrator decides about. */
  readonly lockedCount: number;
  readonly onPut: (level: CellLevel) => void;
}

/** What the chosen cells show, and the levels that they could. */
export function MatrixTools({ cells, lockedCount, onPut }: MatrixToolsProps): JSX.Element {
  const focusOn = useFeature(createDrafts, (state) => state.focusOn);
  const common = commonLevel(cells);
  const [only] = cells.length === 1 ? cells : [];
  const open = (rule: string): void => {
    focusOn(rule);
    go('rules');
  };
  return (
    <div className={styles.tools}>
      <div className={styles.said}>
        <p className={styles.saying}>
          {only === undefined ? (
            `${cells.length} pairs chosen`
          ) : (
            <Foreign text={sayCell(only)} max={160} />
          )}
        </p>
        <p className={styles.keys}>
          {lockedCount > 0
            ? `${lockedCount} of them can’t be changed: your administrator decides.`
            : 'Arrow keys move, Shift extends, 0 to 5 set the level.'}
        </p>
      </div>
      {only?.rule == null ? null : (
        <Button look="quiet" onClick={() => open(only.rule ?? '')}>
          Open its rule
        </Button>
      )}
      <div role="group" aria-label="What the chosen pairs show" className={styles.levels}>
        {cellLevels.map(({ value, label, key }) => (
          <button
            key={value}
            type="button"
            className={styles.level}
            data-level={value}
            aria-pressed={common === value}
            disabled={cells.length === lockedCount}
            onClick={() => onPut(value)}
          >
            {label}
            <kbd>{key}</kbd>
          </button>
        ))}
      </div>
    </div>
  );
}
