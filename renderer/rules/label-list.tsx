import { Plus, X } from 'lucide-react';
import type { JSX } from 'react';
import { ruleLimits } from '../../shared/model/rule-limits.ts';
import type { Mask } from '../../shared/model/rule.ts';
import { Button } from '../ui/button.tsx';
import { Foreign } from '../ui/foreign.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { byAccount } from '../../shared/rules/calendar-choices.ts';
import { withLabelFor } from '../../shared/rules/mask-edit.ts';
import { reasonsAt, type Problem } from '../../shared/rules/problems.ts';
import { saySelector } from '../../shared/rules/selector-choice.ts';
import { useChoices } from './use-choices.ts';
import styles from './rule-editor.module.css';

export interface LabelListProps {
  readonly mask: Mask;
  readonly problems: readonly Problem[];
  readonly onChange: (mask: Mask, tag?: string) => void;
}

/** A label of its own for an account or a calendar; the most specific one is shown. */
export function LabelList({ mask, problems, onChange }: LabelListProps): JSX.Element {
  const choices = useChoices();
  const labels = Object.entries(mask.labels ?? {});
  const sources = byAccount(choices).flatMap(({ account, calendars }) => [
    `${account}/*`,
    ...calendars.map(({ ref }) => ref),
  ]);
  const free = sources.filter((source) => mask.labels?.[source] === undefined);
  return (
    <div className={styles.group}>
      <span className={styles.groupTitle}>Labels of single sources</span>
      {labels.map(([source, text]) => (
        <div key={source} className={styles.pair}>
          <span className={styles.grow}>
            <Foreign text={saySelector(source)} max={60} />
          </span>
          <span className={styles.grow}>
            <TextInput
              aria-label={`Label for ${saySelector(source)}`}
              value={text}
              maxLength={ruleLimits.label}
              onChange={(next) => onChange(withLabelFor(mask, source, next), `label ${source}`)}
            />
          </span>
          <IconButton
            label={`Remove the label for ${saySelector(source)}`}
            size="small"
            icon={<X size={14} />}
            onClick={() => onChange(withLabelFor(mask, source, null))}
          />
        </div>
      ))}
      {reasonsAt(problems, 'mask.labels').map((reason) => (
        <span key={reason} role="alert" className={styles.error}>
          {reason}
        </span>
      ))}
      <div>
        <Menu
          trigger={
            <Button
              size="small"
              look="quiet"
              icon={<Plus size={12} />}
              disabled={free.length === 0}
            >
              Add a label for one source
            </Button>
          }
          entries={free.map((source) => ({
            id: source,
            label: saySelector(source),
            onChoose: () => onChange(withLabelFor(mask, source, source.split('/')[0] ?? '')),
          }))}
        />
      </div>
    </div>
  );
}
