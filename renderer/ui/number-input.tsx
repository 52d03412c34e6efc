import type { JSX } from 'react';
import { TextInput } from './text-input.tsx';
import styles from './number-input.module.css';

export interface NumberInputProps {
  readonly id?: string;
  readonly label?: string;
  readonly 'aria-describedby'?: string | undefined;
  readonly 'aria-invalid'?: true | undefined;
  /** Null shows an empty field. */
  readonly value: number | null;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  /** Stands behind the number: `min`, `days`. */
  readonly unit?: string;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly onChange: (value: number | null) => void;
}

/** A whole number with its unit. What is no number empties it; what is out of range is named by the rule's problems. */
export function NumberInput(props: NumberInputProps): JSX.Element {
  const { label, value, unit, onChange, ...rest } = props;
  return (
    <span className={styles.row}>
      <TextInput
        {...rest}
        type="number"
        inputMode="numeric"
        aria-label={label}
        value={value === null ? '' : String(value)}
        onChange={(text) => {
          const number = Number.parseInt(text, 10);
          onChange(Number.isNaN(number) ? null : number);
        }}
      />
      {unit === undefined ? null : <span className={styles.unit}>{unit}</span>}
    </span>
  );
}
