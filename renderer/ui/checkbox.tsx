import { Checkbox as Base } from '@base-ui/react/checkbox';
import { Check, Minus } from 'lucide-react';
import type { JSX, ReactNode } from 'react';
import styles from './checkbox.module.css';

export interface CheckboxProps {
  /** Its name; `children`, where given, is what stands beside the box. */
  readonly label: string;
  readonly children?: ReactNode;
  readonly checked: boolean;
  readonly some?: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function Checkbox(props: CheckboxProps): JSX.Element {
  const { label, children, checked, some = false, disabled = false, onChange } = props;
  return (
    <label className={styles.row}>
      <Base.Root
        checked={checked}
        indeterminate={some}
        disabled={disabled}
        onCheckedChange={onChange}
        aria-label={label}
        className={styles.box}
      >
        <Base.Indicator>{some ? <Minus size={12} /> : <Check size={12} />}</Base.Indicator>
      </Base.Root>
      <span aria-hidden="true">{children ?? label}</span>
    </label>
  );
}
