import type { ButtonHTMLAttributes, JSX, ReactNode, Ref } from 'react';
import { Spinner } from './spinner.tsx';
import { classNames } from './class-names.ts';
import styles from './button.module.css';

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> {
  /** `primary`: the one thing to do here. `danger`: it removes something. `quiet`: no frame. */
  readonly look?: 'plain' | 'primary' | 'danger' | 'quiet';
  readonly size?: 'normal' | 'small';
  readonly icon?: ReactNode;
  /** Under way: shows that and takes no further click. */
  readonly busy?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button(props: ButtonProps): JSX.Element {
  const { look = 'plain', size = 'normal', icon, busy = false, children, ...rest } = props;
  return (
    <button
      type="button"
      {...rest}
      disabled={busy || rest.disabled === true}
      aria-busy={busy || undefined}
      className={classNames(styles.button, styles[look], size === 'small' && styles.small)}
    >
      {busy ? <Spinner /> : icon}
      {children}
    </button>
  );
}
