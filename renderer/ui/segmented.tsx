import { Toggle } from '@base-ui/react/toggle';
import { ToggleGroup } from '@base-ui/react/toggle-group';
import type { JSX } from 'react';
import type { Choice } from './select.tsx';
import styles from './segmented.module.css';

export interface SegmentedProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly choices: readonly Choice<V>[];
  readonly onChange: (value: V) => void;
}

/** One of a few, all in sight. */
export function Segmented<V extends string>(props: SegmentedProps<V>): JSX.Element {
  const { label, value, choices, onChange } = props;
  return (
    <ToggleGroup
      aria-label={label}
      value={[value]}
      onValueChange={(next) => {
        const chosen = choices.find((choice) => next.includes(choice.value));
        if (chosen !== undefined) onChange(chosen.value);
      }}
      className={styles.group}
    >
      {choices.map((choice) => (
        <Toggle key={choice.value} value={choice.value} className={styles.segment}>
          {choice.label}
        </Toggle>
      ))}
    </ToggleGroup>
  );
}
