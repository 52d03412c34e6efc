import { Copy, Lock, Trash2 } from 'lucide-react';
import { useState, type JSX } from 'react';
import { createRulesStore } from '../state/app.ts';
import { useFeature } from '../state/stores.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Field } from '../ui/field.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Section } from '../ui/section.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { CalendarPicker } from './calendar-picker.tsx';
import { ConditionEditor } from './condition-editor.tsx';
import { createDrafts } from './drafts-store.ts';
import { LifeOptions } from './life-options.tsx';
import { LookOptions } from './look-options.tsx';
import { MaskEditor } from './mask-editor.tsx';
import { changedOptions, optionParts } from './option-words.ts';
import { elsewhere, reasonsAt } from './problems.ts';
import { renameRule } from './rename.ts';
import { defaultOptions, duplicateRule, removeRule } from './rule-list.ts';
import { sayConditions, sayMask } from './rule-words.ts';
import { saySelectors } from './selector-choice.ts';
import { TimeOptions } from './time-options.tsx';
import { useFocusedRule, type FocusedRule } from './use-focused-rule.ts';
import styles from './rule-editor.module.css';

const shownFields = ['name', 'sources', 'targets', 'exclude', 'conditions', 'mask', 'options'];

/** Every part of one rule. */
export function RuleEditor(): JSX.Element {
  const focused = useFocusedRule();
  if (focused === null)
    return (
      <div className={styles.editor}>
        <EmptyState icon={<Copy size={20} />} title="No rule chosen">
          Choose one at the left, or make a new one.
        </EmptyState>
      </div>
    );
  return <Form key={focused.key} focused={focused} />;
}

function Form({ focused }: { readonly focused: FocusedRule }): JSX.Element {
  const { rule, problems, locked } = focused;
  const rest = elsewhere(problems, shownFields);
  const changed = (part: keyof typeof optionParts): string => {
    const count = changedOptions(rule.options, defaultOptions, optionParts[part]);
    return count === 0 ? 'as usual' : `${count} changed`;
  };
  return (
    <section className={styles.editor} aria-label={`Rule ${rule.name}`}>
      <Head focused={focused} />
      {locked === null ? null : (
        <p className={styles.locked}>
          <Lock size={14} aria-hidden="true" />
          <span>
            {locked} Your administrator decides about this rule; it can’t be changed here.
          </span>
        </p>
      )}
      {rest.map(({ place, reason }) => (
        <p key={`${place} ${reason}`} role="alert" className={styles.problem}>
          {reason}
        </p>
      ))}
      <fieldset disabled={locked !== null} className={styles.fields}>
        <Section
          title="Calendars"
          summary={`${saySelectors(rule.sources)} → ${saySelectors(rule.targets)}`}
        >
          <CalendarPicker side="sources" />
          <CalendarPicker side="targets" />
          <CalendarPicker side="exclude" />
        </Section>
        <Section
          title="Conditions"
          summary={sayConditions(rule) ?? 'every event that keeps you busy'}
        >
          <ConditionEditor />
        </Section>
        <Section title="What they see" summary={sayMask(rule)}>
          <MaskEditor />
        </Section>
        <Section title="Times" summary={changed('time')} open={changed('time') !== 'as usual'}>
          <TimeOptions />
        </Section>
        <Section title="Look" summary={changed('look')} open={changed('look') !== 'as usual'}>
          <LookOptions />
        </Section>
        <Section title="Care" summary={changed('life')} open={changed('life') !== 'as usual'}>
          <LifeOptions />
        </Section>
      </fieldset>
    </section>
  );
}

function Head({ focused }: { readonly focused: FocusedRule }): JSX.Element {
  const { rule, problems, locked } = focused;
  const edit = useFeature(createDrafts, (state) => state.edit);
  const focusOn = useFeature(createDrafts, (state) => state.focusOn);
  const rules = useFeature(createDrafts, (state) => state.history.present);
  const views = useFeature(createRulesStore, (state) => state.value);
  const [removing, setRemoving] = useState(false);
  const view = views?.find((one) => one.rule.id === rule.id);
  const rename = (name: string): void => {
    const renamed = renameRule(rules, rule.id, name, view !== undefined);
    edit(() => renamed.rules, `name ${focused.key}`);
    if (renamed.id !== rule.id) focusOn(renamed.id);
  };
  const duplicate = (): void => {
    const copied = duplicateRule(rules, rule.id);
    edit(() => copied.rules);
    focusOn(copied.id);
  };
  const remove = (): void => {
    const index = rules.findIndex(({ id }) => id === rule.id);
    const next = rules[index + 1] ?? rules[index - 1];
    edit((all) => removeRule(all, rule.id));
    focusOn(next?.id ?? null);
    setRemoving(false);
  };
  return (
    <header className={styles.head}>
      <div className={styles.name}>
        <Field label="Name" error={reasonsAt(problems, 'name')[0]} hint={`Id: ${rule.id}`}>
          {(control) => (
            <TextInput
              {...control}
              value={rule.name}
              maxLength={80}
              disabled={locked !== null}
              onChange={rename}
            />
          )}
        </Field>
      </div>
      <IconButton label="Duplicate" icon={<Copy size={16} />} onClick={duplicate} />
      <IconButton
        label="Delete"
        icon={<Trash2 size={16} />}
        disabled={locked !== null}
        onClick={() => setRemoving(true)}
      />
      <ConfirmDialog
        open={removing}
        title={`Delete “${rule.name}”?`}
        description={
          view === undefined || view.blocks === 0
            ? 'It has written no block. You can undo this.'
            : `Once saved, the ${view.blocks} blocks that it wrote are removed from their calendars. Your own events stay. You can undo this until you save.`
        }
        verb="Delete rule"
        danger
        onConfirm={remove}
        onClose={() => setRemoving(false)}
      />
    </header>
  );
}
