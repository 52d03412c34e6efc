import { Plus, X } from 'lucide-react';
import type { JSX } from 'react';
import { useFeature } from '../state/stores.tsx';
import { createAccountsStore } from '../state/app.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Dot } from '../ui/dot.tsx';
import { Foreign } from '../ui/foreign.tsx';
import { Popover } from '../ui/popover.tsx';
import { byAccount, canReceive, type CalendarChoice } from '../../shared/rules/calendar-choices.ts';
import {
  reasonsOfSide,
  saySelector,
  standingOf,
  strangers,
  toggleSelector,
} from '../../shared/rules/selector-choice.ts';
import { useChoices } from './use-choices.ts';
import { accessWords } from '../accounts/account-words.ts';
import { useFocusedRule } from './use-focused-rule.ts';
import styles from './rule-editor.module.css';

type Side = 'sources' | 'targets' | 'exclude';

const words: Readonly<Record<Side, { title: string; note: string }>> = {
  sources: {
    title: 'Events of',
    note: 'whose events cast blocks',
  },
  targets: {
    title: 'Blocked on',
    note: 'where the blocks are written',
  },
  exclude: { title: 'Except', note: 'left out on both sides' },
};

/** The calendars of one side of the rule: single ones, all of an account, or all there are. */
export function CalendarPicker({ side }: { readonly side: Side }): JSX.Element | null {
  const focused = useFocusedRule();
  const choices = useChoices();
  const known = useFeature(createAccountsStore, (state) => state.value !== null);
  if (focused === null) return null;
  const { rule, problems, change } = focused;
  const selectors = rule[side];
  const toggle = (row: string): void =>
    change((one) => ({ ...one, [side]: [...toggleSelector(one[side], row)] }));
  const gone = known ? strangers(selectors, choices) : [];
  const reasons = selectors.length === 0 ? [] : reasonsOfSide(problems, side, selectors, gone);
  return (
    <div className={styles.group}>
      <div className={styles.groupHead}>
        <span className={styles.groupTitle}>{words[side].title}</span>
        <span className={styles.note}>{words[side].note}</span>
      </div>
      <div className={styles.chips}>
        {selectors.map((selector) => (
          <span
            key={selector}
            className={styles.chip}
            data-gone={gone.includes(selector) || undefined}
          >
            {selector.endsWith('*') ? null : (
              <Dot color={choices.find(({ ref }) => ref === selector)?.color ?? null} />
            )}
            <Foreign text={saySelector(selector)} max={60} />
            <button
              type="button"
              aria-label={`Take out ${saySelector(selector)}`}
              onClick={() => toggle(selector)}
            >
              <X size={12} aria-hidden="true" />
            </button>
          </span>
        ))}
        <Popover
          label={`Calendars for: ${words[side].title}`}
          trigger={
            <Button size="small" look="quiet" icon={<Plus size={12} />}>
              {selectors.length === 0 ? 'Choose calendars' : 'Change'}
            </Button>
          }
        >
          <Tree side={side} selectors={selectors} choices={choices} onToggle={toggle} />
        </Popover>
      </div>
      {selectors.length === 0 && side !== 'exclude' ? (
        <span className={styles.error}>Choose at least one calendar.</span>
      ) : null}
      {reasons.map((reason) => (
        <span key={reason} role="alert" className={styles.error}>
          {reason}
        </span>
      ))}
    </div>
  );
}

interface TreeProps {
  readonly side: Side;
  readonly selectors: readonly string[];
  readonly choices: readonly CalendarChoice[];
  readonly onToggle: (row: string) => void;
}

function Tree({ side, selectors, choices, onToggle }: TreeProps): JSX.Element {
  const row = (
    selector: string,
    label: string,
    content: JSX.Element,
    useless = false,
  ): JSX.Element => {
    const standing = standingOf(selectors, selector);
    return (
      <Checkbox
        key={selector}
        label={label}
        checked={standing !== 'open'}
        disabled={standing === 'covered' || (useless && standing === 'open')}
        onChange={() => onToggle(selector)}
      >
        {content}
      </Checkbox>
    );
  };
  return (
    <div className={styles.tree} role="group" aria-label="Calendars">
      {row('*', 'Every calendar', <strong>Every calendar, also those to come</strong>)}
      {byAccount(choices).map(({ account, calendars }) => (
        <div key={account} className={styles.branch}>
          {row(`${account}/*`, `Everything of ${account}`, <Foreign text={account} />)}
          <div className={styles.leaves}>
            {calendars.map((calendar) =>
              row(
                calendar.ref,
                calendar.ref,
                <span className={styles.leaf}>
                  <Dot color={calendar.color} />
                  <Foreign text={calendar.name} />
                  {calendar.ref === `${account}/${calendar.name}` ? null : (
                    <span className={styles.note}>
                      rules call it <Foreign text={calendar.ref} />
                    </span>
                  )}
                  {calendar.canWrite ? null : (
                    <span className={styles.note}>{accessWords(calendar).toLowerCase()}</span>
                  )}
                </span>,
                side === 'targets' && !canReceive(calendar),
              ),
            )}
          </div>
        </div>
      ))}
    </div>
  );
}
