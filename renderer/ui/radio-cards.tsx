import { useId, type JSX } from 'react';
import styles from './radio-cards.module.css';

export interface RadioCardsProps<V extends string> {
  readonly label: string;
  readonly value: V | null;
  readonly choices: readonly {
    readonly value: V;
    readonly label: string;
    readonly hint: string;
    readonly disabled?: boolean;
  }[];
  readonly columns?: 1 | 2;
  /** The explanation below its label, for those that are sentences. */
  readonly tall?: boolean;
  readonly disabled?: boolean;
  readonly onChange: (value: V) => void;
}

/** One of a few that need an explanation each. */
export function RadioCards<V extends string>(props: RadioCardsProps<V>): JSX.Element {
  const { label, value, choices, columns = 1, tall = false, disabled = false, onChange } = props;
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className={styles.cards}
      data-columns={columns}
      data-tall={tall || undefined}
    >
      {choices.map((choice) => (
        <label
          key={choice.value}
          className={styles.card}
          data-chosen={choice.value === value || undefined}
        >
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            disabled={disabled || choice.disabled === true}
            aria-label={choice.label}
            aria-describedby={`${name}-${choice.value}`}
            className={styles.radio}
            onChange={() => onChange(choice.value)}
          />
          <span className={styles.words}>
            <span className={styles.label}>{choice.label}</span>
            <span id={`${name}-${choice.value}`} className={styles.hint}>
              {choice.hint}
            </span>
          </span>
        </label>
      ))}
    </div>
  );
}
