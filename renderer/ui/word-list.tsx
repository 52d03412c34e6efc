import { X } from 'lucide-react';
import { useState, type JSX, type KeyboardEvent } from 'react';
import { Foreign } from './foreign.tsx';
import { TextInput } from './text-input.tsx';
import styles from './chip-set.module.css';

export interface WordListProps {
  readonly label: string;
  readonly words: readonly string[];
  readonly placeholder: string;
  readonly disabled?: boolean;
  readonly onChange: (words: string[]) => void;
}

/** Words to type, one after the other: Enter or a comma adds one, Backspace in the empty field takes the last one out. */
export function WordList(props: WordListProps): JSX.Element {
  const { label, words, placeholder, disabled = false, onChange } = props;
  const [text, setText] = useState('');
  const add = (): void => {
    const word = text.trim();
    setText('');
    if (word !== '' && !words.includes(word)) onChange([...words, word]);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === ',') {
      event.preventDefault();
      add();
    } else if (event.key === 'Backspace' && text === '' && words.length > 0)
      onChange(words.slice(0, -1));
  };
  return (
    <span className={styles.line}>
      {words.map((word) => (
        <span key={word} className={styles.chip}>
          <Foreign text={word} max={60} />
          <button
            type="button"
            disabled={disabled}
            aria-label={`Remove ${word}`}
            className={styles.remove}
            onClick={() => onChange(words.filter((one) => one !== word))}
          >
            <X size={12} aria-hidden="true" />
          </button>
        </span>
      ))}
      <TextInput
        aria-label={label}
        value={text}
        maxLength={250}
        disabled={disabled}
        placeholder={placeholder}
        onChange={setText}
        onKeyDown={onKeyDown}
        onBlur={add}
      />
    </span>
  );
}
