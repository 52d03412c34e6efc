import type { InputHTMLAttributes, JSX, Ref } from 'react';
import styles from './field.module.css';

export interface TextInputProps extends Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'className' | 'onChange' | 'value'
> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly ref?: Ref<HTMLInputElement>;
}

export function TextInput({ onChange, ...rest }: TextInputProps): JSX.Element {
  return (
    <input
      type="text"
      autoComplete="off"
      spellCheck={false}
      {...rest}
      className={styles.input}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
