import type { JSX, ReactNode } from 'react';
import styles from './table.module.css';

export interface Column<R> {
  readonly id: string;
  readonly title: string;
  /** Numbers stand at the end. */
  readonly number?: boolean;
  readonly cell: (row: R) => ReactNode;
}

export interface TableProps<R> {
  readonly label: string;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly rowKey: (row: R) => string;
}

/** A plain table with a sticky head. For thousands of rows put a virtual list in its place. */
export function Table<R>({ label, columns, rows, rowKey }: TableProps<R>): JSX.Element {
  return (
    <div className={styles.scroller}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={column.number === true ? styles.number : undefined}
              >
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <td key={column.id} className={column.number === true ? styles.number : undefined}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
