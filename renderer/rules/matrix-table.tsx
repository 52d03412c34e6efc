import { Lock } from 'lucide-react';
import type { JSX, MouseEvent } from 'react';
import { Dot } from '../ui/dot.tsx';
import { Foreign } from '../ui/foreign.tsx';
import {
  isSelected,
  selectCell,
  selectColumn,
  selectRow,
  type Selection,
  type Size,
} from './matrix-selection.ts';
import { sayCell, shortLevel, spans } from './matrix-words.ts';
import type { Cell, Topology } from './topology.ts';
import styles from './matrix.module.css';

export interface MatrixTableProps {
  readonly map: Topology;
  readonly selection: Selection;
  /** Ids of rules that an administrator decides about. */
  readonly locked: ReadonlySet<string>;
  readonly onSelect: (selection: Selection) => void;
}

export function MatrixTable({ map, selection, locked, onSelect }: MatrixTableProps): JSX.Element {
  const size: Size = { rows: map.sources.length, columns: map.targets.length };
  const rowSpans = spans(map.sources);
  let row = -1;
  return (
    <table
      role="grid"
      aria-multiselectable="true"
      aria-label="What each calendar shows of each other one"
      className={styles.table}
    >
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
                onClick={() => onSelect(selectColumn(column, size))}
              >
                <Dot color={target.color} />
                <Foreign text={target.name} max={40} />
              </button>
            </th>
          ))}
        </tr>
      </thead>
      {rowSpans.map((group) => (
        <tbody key={group.account}>
          {Array.from({ length: group.count }, (_, index) => {
            row += 1;
            const at = row;
            const source = map.sources[at];
            return source === undefined ? null : (
              <tr key={source.key}>
                {index === 0 ? (
                  <th scope="rowgroup" rowSpan={group.count} className={styles.rowAccount}>
                    <Foreign text={group.account} max={40} />
                  </th>
                ) : null}
                <th scope="row" className={styles.source}>
                  <button
                    type="button"
                    tabIndex={-1}
                    aria-label={`Choose the row ${source.ref}`}
                    onClick={() => onSelect(selectRow(at, size))}
                  >
                    <Dot color={source.color} />
                    <Foreign text={source.name} max={40} />
                  </button>
                </th>
                {map.rows[at]?.map((cell, column) => (
                  <MatrixCell
                    key={cell.target.key}
                    cell={cell}
                    row={at}
                    column={column}
                    selection={selection}
                    locked={cell.rules.some((id) => locked.has(id))}
                    onSelect={onSelect}
                  />
                ))}
              </tr>
            );
          })}
        </tbody>
      ))}
    </table>
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
