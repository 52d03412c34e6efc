import { Toggle } from '@base-ui/react/toggle';
import { ToggleGroup } from '@base-ui/react/toggle-group';
import type { JSX } from 'react';
import styles from './chip-set.module.css';

export interface ChipSetProps<V extends string> {
  readonly label: string;
  readonly values: readonly V[];
  readonly choices: readonly { readonly value: V; readonly label: string }[];
  readonly disabled?: boolean;
  /** In the order of the choices. */
  readonly onChange: (values: V[]) => void;
}

/** Any of a few, all in sight. */
export function ChipSet<V extends string>(props: ChipSetProps<V>): JSX.Element {
  const { label, values, choices, disabled = false, onChange } = props;
  return (
    <ToggleGroup
      multiple
      aria-label={label}
      disabled={disabled}
      value={values}
      onValueChange={(next) =>
        onChange(choices.map(({ value }) => value).filter((value) => next.includes(value)))
      }
      className={styles.chips}
    >
      {choices.map((choice) => (
        <Toggle key={choice.value} value={choice.value} className={styles.chip}>
          {choice.label}
        </Toggle>
      ))}
    </ToggleGroup>
  );
}
