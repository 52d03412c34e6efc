import type { JSX, ReactNode } from 'react';
import type { ButtonProps } from './button.tsx';
import { classNames } from './class-names.ts';
import { Hint } from './tooltip.tsx';
import { Spinner } from './spinner.tsx';
import styles from './button.module.css';

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon'> {
  /** What it does: its name for everyone, and its tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly keys?: string;
}

export function IconButton(props: IconButtonProps): JSX.Element {
  const { label, icon, keys, look = 'quiet', size = 'normal', busy = false, ...rest } = props;
  return (
    <Hint text={label} {...(keys === undefined ? {} : { keys })}>
      <button
        type="button"
        {...rest}
        disabled={busy || rest.disabled === true}
        aria-label={label}
        aria-busy={busy || undefined}
        className={classNames(
          styles.button,
          styles[look],
          styles.icon,
          size === 'small' && styles.small,
        )}
      >
        {busy ? <Spinner /> : icon}
      </button>
    </Hint>
  );
}
