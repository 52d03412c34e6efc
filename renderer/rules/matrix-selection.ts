/** Which cells of the matrix are chosen: the rectangle between where the choice began and where it stands now. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface Selection {
  readonly anchor: Place;
  readonly head: Place;
}

export interface Size {
  readonly rows: number;
  readonly columns: number;
}

export function selectCell(place: Place, from?: Selection): Selection {
  return { anchor: from?.anchor ?? place, head: place };
}

/** To begin with: beside the first calendar itself, which never blocks itself. */
export const firstCell: Selection = { anchor: { row: 0, column: 1 }, head: { row: 0, column: 1 } };

export function selectRow(row: number, { columns }: Size): Selection {
  return { anchor: { row, column: 0 }, head: { row, column: columns - 1 } };
}

export function selectColumn(column: number, { rows }: Size): Selection {
  return { anchor: { row: 0, column }, head: { row: rows - 1, column } };
}

const steps: Readonly<Record<string, (place: Place, size: Size) => Place>> = {
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  Home: ({ row }) => ({ row, column: 0 }),
  End: ({ row }, { columns }) => ({ row, column: columns - 1 }),
  PageUp: ({ column }) => ({ row: 0, column }),
  PageDown: ({ column }, { rows }) => ({ row: rows - 1, column }),
};

/** Where a key leads; null for keys that lead nowhere. With `extend` the choice grows or shrinks. */
export function stepSelection(
  { anchor, head }: Selection,
  key: string,
  size: Size,
  extend: boolean,
): Selection | null {
  const step = Object.hasOwn(steps, key) ? steps[key] : undefined;
  if (step === undefined) return null;
  const next = clamp(step(head, size), size);
  return { anchor: extend ? anchor : next, head: next };
}

function clamp({ row, column }: Place, { rows, columns }: Size): Place {
  return {
    row: Math.max(0, Math.min(rows - 1, row)),
    column: Math.max(0, Math.min(columns - 1, column)),
  };
}

export function isSelected({ anchor, head }: Selection, { row, column }: Place): boolean {
  return (
    row >= Math.min(anchor.row, head.row) &&
    row <= Math.max(anchor.row, head.row) &&
    column >= Math.min(anchor.column, head.column) &&
    column <= Math.max(anchor.column, head.column)
  );
}
