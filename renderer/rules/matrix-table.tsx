import { Lock } from 'lucide-react';
import type { JSX, MouseEvent } from 'react';
import { Dot } from '../ui/dot.tsx';
import { Foreign } from '../ui/foreign.tsx';
import type { CalendarChoice } from '../../shared/rules/calendar-choices.ts';
import {
  isSelected,
  selectCell,
  selectColumn,
  selectRow,
  type Selection,
  type Size,
} from './matrix-selection.ts';
import { sayCell, shortLevel, spans } from './matrix-words.ts';
import { isLocked, type Cell, type Topology } from '../../shared/rules/topology.ts';
import styles from './matrix.module.css';

export interface MatrixTableProps {
  readonly map: Topology;
  readonly selection: Selection;
  /** Ids of rules that an administrator decides about. */
  readonly locked: ReadonlySet<string>;
  readonly onSelect: (selection: Selection) => void;
}

export function MatrixTable(props: MatrixTableProps): JSX.Element {
  const { map } = props;
  const groups = spans(map.sources);
  return (
    <table
      role="grid"
      aria-multiselectable="true"
      aria-label="What each calendar shows of each other one"
      className={styles.table}
    >
      <MatrixHead {...props} />
      {groups.map((group, index) => {
        const before = groups.slice(0, index).reduce((sum, { count }) => sum + count, 0);
        return (
          <tbody key={group.account}>
            {map.sources.slice(before, before + group.count).map((source, at) => (
              <tr key={source.key}>
                {at === 0 ? (
                  <th scope="rowgroup" rowSpan={group.count} className={styles.rowAccount}>
                    <Foreign text={group.account} max={40} />
                  </th>
                ) : null}
                <MatrixRow {...props} row={before + at} source={source} />
              </tr>
            ))}
          </tbody>
        );
      })}
    </table>
  );
}

function sizeOf({ sources, targets }: Topology): Size {
  return { rows: sources.length, columns: targets.length };
}

function MatrixHead({ map, onSelect }: MatrixTableProps): JSX.Element {
  return (
    <thead>
      <tr>
        <td colSpan={2} className={styles.corner}>
          <span>Of ↓ on →</span>
        </td>
        {spans(map.targets).map(({ account, count }) => (
          <th key={account} scope="colgroup" colSpan={count} className={styles.account}>
            <Foreign text={account} max={40} />
          </th>
        ))}
      </tr>
      <tr>
        <td colSpan={2} className={styles.corner} />
        {map.targets.map((target, column) => (
          <th key={target.key} scope="col" className={styles.target}>
            <button
              type="button"
              tabIndex={-1}
              aria-label={`Choose the column ${target.ref}`}
              onClick={() => onSelect(selectColumn(column, sizeOf(map)))}
            >
              <Dot color={target.color} />
              <Foreign text={target.name} />
            </button>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function MatrixRow(
  props: MatrixTableProps & { readonly row: number; readonly source: CalendarChoice },
): JSX.Element {
  const { map, row, source, selection, locked, onSelect } = props;
  return (
    <>
      <th scope="row" className={styles.source}>
        <button
          type="button"
          tabIndex={-1}
          aria-label={`Choose the row ${source.ref}`}
          onClick={() => onSelect(selectRow(row, sizeOf(map)))}
        >
          <Dot color={source.color} />
          <Foreign text={source.name} />
        </button>
      </th>
      {map.rows[row]?.map((cell, column) => (
        <MatrixCell
          key={cell.target.key}
          cell={cell}
          row={row}
          column={column}
          selection={selection}
          locked={isLocked(cell, locked)}
          onSelect={onSelect}
        />
      ))}
    </>
  );
}

interface MatrixCellProps {
  readonly cell: Cell;
  readonly row: number;
  readonly column: number;
  readonly selection: Selection;
  readonly locked: boolean;
  readonly onSelect: (selection: Selection) => void;
}

function MatrixCell(props: MatrixCellProps): JSX.Element {
  const { cell, row, column, selection, locked, onSelect } = props;
  const here = selection.head.row === row && selection.head.column === column;
  const place = { row, column };
  const choose = (event: MouseEvent): void =>
    onSelect(selectCell(place, event.shiftKey ? selection : undefined));
  return (
    <td
      role="gridcell"
      className={styles.cell}
      tabIndex={here ? 0 : -1}
      data-row={row}
      data-column={column}
      data-level={cell.level ?? 'none'}
      data-self={cell.self || undefined}
      data-partly={cell.partly || undefined}
      aria-selected={isSelected(selection, place)}
      aria-label={`${sayCell(cell)}${locked ? ', locked' : ''}`}
      onMouseDown={(event) => {
        event.preventDefault();
        choose(event);
      }}
      onMouseEnter={(event) => {
        if (event.buttons === 1) onSelect(selectCell(place, selection));
      }}
    >
      <span aria-hidden="true" className={styles.mark}>
        {shortLevel(cell.level)}
        {locked ? <Lock size={10} /> : null}
      </span>
    </td>
  );
}
