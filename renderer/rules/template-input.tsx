import { useRef, type JSX } from 'react';
import { levelAllows } from '../../shared/model/mask-level.ts';
import { ruleLimits } from '../../shared/model/rule-limits.ts';
import type { Mask } from '../../shared/model/rule.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { templateTokens } from '../../shared/rules/template-tokens.ts';
import { insertToken } from './template-text.ts';
import styles from './rule-editor.module.css';

export interface TemplateInputProps {
  readonly mask: Mask;
  readonly error: string | undefined;
  readonly onChange: (text: string) => void;
}

/** The words of a block's title, with chips for what the level permits. */
export function TemplateInput({ mask, error, onChange }: TemplateInputProps): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  const text = mask.template ?? '';
  const insert = (token: string): void => {
    const field = input.current;
    const next = insertToken(
      text,
      token,
      field?.selectionStart ?? text.length,
      field?.selectionEnd ?? text.length,
    );
    onChange(next.text);
    requestAnimationFrame(() => {
      field?.focus();
      field?.setSelectionRange(next.caret, next.caret);
    });
  };
  return (
    <div className={styles.group}>
      <Field
        label="Text of the title"
        hint={
          mask.level === 'labelled'
            ? 'Empty: the label alone.'
            : 'Empty: the title alone. {{ and }} stand for braces.'
        }
        error={error}
      >
        {(control) => (
          <TextInput
            {...control}
            ref={input}
            value={text}
            maxLength={ruleLimits.template}
            placeholder="{label}: {title}"
            onChange={onChange}
          />
        )}
      </Field>
      <div className={styles.chips} role="group" aria-label="Put into the text">
        {templateTokens.map(({ token: name, label, least }) => {
          const allowed = levelAllows(mask.level, least);
          const token = `{${name}}`;
          return (
            <Button
              key={token}
              size="small"
              disabled={!allowed}
              aria-label={allowed ? `Insert ${token}` : `${token} needs a level that shows more`}
              onClick={() => insert(token)}
            >
              {label}
            </Button>
          );
        })}
      </div>
    </div>
  );
}
