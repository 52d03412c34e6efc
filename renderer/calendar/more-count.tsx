import { useState, type JSX } from 'react';

export interface MoreCountProps {
  /** How many the library hides. */
  readonly hidden: number;
  /** How many of a day it was not even given. */
  readonly left: ReadonlyMap<string, number>;
}

/** How many more a day holds. The library does not say which day: it is read off the cell. */
export function MoreCount({ hidden, left }: MoreCountProps): JSX.Element {
  const [date, setDate] = useState('');
  return (
    <span
      ref={(part) => {
        const cell = part?.closest<HTMLElement>('[data-date]');
        if (cell !== undefined && cell !== null) setDate(cell.dataset.date ?? '');
      }}
    >
      {hidden + (left.get(date) ?? 0)} more
    </span>
  );
}
