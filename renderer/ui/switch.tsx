import { Switch as Base } from '@base-ui/react/switch';
import type { JSX } from 'react';
import styles from './switch.module.css';

export interface SwitchProps {
  /** What is on or off. */
  readonly label: string;
  /** The label is for assistive technology only: the words stand elsewhere. */
  readonly labelHidden?: boolean;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function Switch(props: SwitchProps): JSX.Element {
  const { label, labelHidden = false, checked, disabled = false, onChange } = props;
  const control = (
    <Base.Root
      checked={checked}
      disabled={disabled}
      onCheckedChange={onChange}
      aria-label={label}
      className={styles.switch}
    >
      <Base.Thumb className={styles.thumb} />
    </Base.Root>
  );
  if (labelHidden) return control;
  return (
    <label className={styles.row}>
      {control}
      <span aria-hidden="true">{label}</span>
    </label>
  );
}
