import type { JSX } from 'react';
import { ruleLimits } from '../../shared/model/rule-limits.ts';
import type { Mask } from '../../shared/model/rule.ts';
import { Field } from '../ui/field.tsx';
import { RadioCards } from '../ui/radio-cards.tsx';
import { SettingRow } from '../ui/setting-row.tsx';
import { Switch } from '../ui/switch.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { LabelList } from './label-list.tsx';
import { atLevel, withLabel, withTemplate } from '../../shared/rules/mask-edit.ts';
import { levelChoices, neverShown } from './option-words.ts';
import { reasonsAt } from '../../shared/rules/problems.ts';
import { TemplateInput } from './template-input.tsx';
import { useFocusedRule } from './use-focused-rule.ts';
import styles from './rule-editor.module.css';

/** How much of an event its blocks show. */
export function MaskEditor(): JSX.Element | null {
  const focused = useFocusedRule();
  if (focused === null) return null;
  const { rule, problems, locked, change } = focused;
  const { mask } = rule;
  const put = (next: Mask, tag?: string): void => change((one) => ({ ...one, mask: next }), tag);
  const off = locked !== null;
  return (
    <>
      <RadioCards
        label="How much is shown"
        value={mask.level}
        choices={levelChoices}
        disabled={off}
        onChange={(level) => put(atLevel(mask, level))}
      />
      <p className={styles.note}>{neverShown}</p>
      {mask.level === 'busy' ? null : (
        <>
          <Field
            label={mask.level === 'labelled' ? 'Label' : 'Label, for {label} in the text below'}
            hint="Shown for every source that has no label of its own."
            error={reasonsAt(problems, 'mask.label')[0]}
          >
            {(control) => (
              <TextInput
                {...control}
                value={mask.label ?? ''}
                maxLength={ruleLimits.label}
                placeholder="Client work"
                onChange={(text) => put(withLabel(mask, text), 'label')}
              />
            )}
          </Field>
          <LabelList mask={mask} problems={problems} onChange={put} />
          <TemplateInput
            mask={mask}
            error={reasonsAt(problems, 'mask.template')[0]}
            onChange={(text) => put(withTemplate(mask, text), 'template')}
          />
          <SettingRow
            title="Reveal private events"
            hint="Off: an event marked private stays “Busy” at every level."
            error={reasonsAt(problems, 'mask.revealPrivate')[0]}
          >
            <Switch
              label="Reveal private events"
              labelHidden
              checked={mask.revealPrivate}
              disabled={off}
              onChange={(revealPrivate) => put({ ...mask, revealPrivate })}
            />
          </SettingRow>
        </>
      )}
    </>
  );
}
