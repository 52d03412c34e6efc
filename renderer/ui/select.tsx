import { Select as Base } from '@base-ui/react/select';
import { Check, ChevronsUpDown } from 'lucide-react';
import type { JSX } from 'react';
import { classNames } from './class-names.ts';
import popup from './popup.module.css';
import styles from './select.module.css';

export interface Choice<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly note?: string;
}

export interface SelectProps<V extends string> {
  /** Its name, unless a `Field` around it carries one: then give `id` instead. */
  readonly label?: string;
  readonly id?: string;
  readonly 'aria-describedby'?: string | undefined;
  readonly 'aria-invalid'?: true | undefined;
  readonly value: V;
  readonly choices: readonly Choice<V>[];
  readonly disabled?: boolean;
  readonly onChange: (value: V) => void;
}

export function Select<V extends string>(props: SelectProps<V>): JSX.Element {
  const { label, id, value, choices, disabled = false, onChange } = props;
  return (
    <Base.Root
      value={value}
      items={choices}
      disabled={disabled}
      onValueChange={(next) => {
        if (next !== null) onChange(next);
      }}
    >
      <Base.Trigger
        id={id}
        aria-label={label}
        aria-describedby={props['aria-describedby']}
        aria-invalid={props['aria-invalid']}
        className={styles.trigger}
      >
        <Base.Value className={styles.value} />
        <Base.Icon className={styles.icon}>
          <ChevronsUpDown size={14} />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} alignItemWithTrigger={false} className={popup.layer}>
          <Base.Popup className={classNames(popup.popup, popup.list)}>
            {choices.map((choice) => (
              <Base.Item key={choice.value} value={choice.value} className={popup.item}>
                <span className={popup.check}>
                  <Base.ItemIndicator>
                    <Check size={14} />
                  </Base.ItemIndicator>
                </span>
                <span className={styles.words}>
                  <Base.ItemText>{choice.label}</Base.ItemText>
                  {choice.note === undefined ? null : (
                    <span className={styles.note}>{choice.note}</span>
                  )}
                </span>
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
