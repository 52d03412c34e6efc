import { Lock, MousePointerClick } from 'lucide-react';
import type { JSX } from 'react';
import { EmptyState } from '../ui/empty-state.tsx';
import { Section } from '../ui/section.tsx';
import { CalendarPicker } from './calendar-picker.tsx';
import { ConditionEditor } from './condition-editor.tsx';
import { LifeOptions } from './life-options.tsx';
import { LookOptions } from './look-options.tsx';
import { MaskEditor } from './mask-editor.tsx';
import { changedOptions, optionParts } from './option-words.ts';
import { elsewhere } from '../../shared/rules/problems.ts';
import { defaultOptions } from '../../shared/model/default-options.ts';
import { RuleHead } from './rule-head.tsx';
import { sayConditions, sayMask } from './rule-words.ts';
import { saySelectors } from '../../shared/rules/selector-choice.ts';
import { PausedNote, StoppedNotes } from './stopped-notes.tsx';
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
        <EmptyState icon={<MousePointerClick size={20} />} title="No rule chosen">
          Choose one at the left, or make a new one.
        </EmptyState>
      </div>
    );
  return <Form key={focused.key} focused={focused} />;
}

function Form({ focused }: { readonly focused: FocusedRule }): JSX.Element {
  const { rule, problems, locked, pinned, paused, stopped } = focused;
  const rest = elsewhere(problems, shownFields);
  const changed = (part: keyof typeof optionParts): string => {
    const count = changedOptions(rule.options, defaultOptions, optionParts[part]);
    return count === 0 ? 'as usual' : `${count} changed`;
  };
  return (
    <section className={styles.editor} aria-label={`Rule ${rule.name}`}>
      <RuleHead focused={focused} />
      {locked === null ? null : (
        <p className={styles.locked}>
          <Lock size={14} aria-hidden="true" />
          <span>
            {locked}
            {pinned
              ? ' Your administrator decides about this rule; it can’t be changed here.'
              : ' You can delete this one.'}
          </span>
        </p>
      )}
      <PausedNote reason={paused} />
      <StoppedNotes stopped={stopped} />
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
        <Section title="Upkeep" summary={changed('life')} open={changed('life') !== 'as usual'}>
          <LifeOptions />
        </Section>
      </fieldset>
    </section>
  );
}
