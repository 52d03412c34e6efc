import { GripVertical, Lock } from 'lucide-react';
import type { JSX, KeyboardEvent } from 'react';
import type { RuleView } from '../../shared/ipc/rules.ts';
import type { Rule } from '../../shared/model/rule.ts';
import { useFeature } from '../state/stores.tsx';
import { Badge } from '../ui/badge.tsx';
import { Foreign } from '../ui/foreign.tsx';
import { Switch } from '../ui/switch.tsx';
import { createDrafts } from './drafts-store.ts';
import { stateOfRule } from '../../shared/view/rule-state.ts';
import {
  blockRemarks,
  counted,
  sayConditions,
  sayMask,
  sayRule,
  sayState,
  stateTones,
} from './rule-words.ts';
import styles from './rule-row.module.css';

export interface RuleRowProps {
  readonly rule: Rule;
  /** How it stands; undefined where it was not saved yet. */
  readonly view: RuleView | undefined;
  readonly problems: number;
  readonly dragged: boolean;
  readonly onDrag: (id: string | null) => void;
  readonly onDrop: () => void;
  readonly onMove: (by: number) => void;
}

export function RuleRow(props: RuleRowProps): JSX.Element {
  const { rule, view, problems, dragged, onDrag, onDrop, onMove } = props;
  const focus = useFeature(createDrafts, (state) => state.focus);
  const focusOn = useFeature(createDrafts, (state) => state.focusOn);
  const switchRule = useFeature(createDrafts, (state) => state.switchRule);
  const locked = view?.locked ?? null;
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    onMove(by);
  };
  return (
    <li
      className={styles.row}
      data-chosen={focus === rule.id || undefined}
      data-dragged={dragged || undefined}
      data-off={!rule.enabled || undefined}
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDrop}
    >
      <button
        type="button"
        draggable
        className={styles.grip}
        aria-label={`Move ${rule.name}: arrow up and arrow down`}
        onKeyDown={onKeyDown}
        onDragStart={(event) => {
          event.dataTransfer.effectAllowed = 'move';
          onDrag(rule.id);
        }}
        onDragEnd={() => onDrag(null)}
      >
        <GripVertical size={14} aria-hidden="true" />
      </button>
      <button
        type="button"
        className={styles.words}
        aria-current={focus === rule.id}
        onClick={() => focusOn(rule.id)}
      >
        <RowWords rule={rule} view={view} problems={problems} />
      </button>
      <Switch
        label={`${rule.name} is on`}
        labelHidden
        checked={rule.enabled}
        disabled={locked !== null}
        onChange={(enabled) => void switchRule(rule.id, enabled)}
      />
    </li>
  );
}

function RowWords(props: Pick<RuleRowProps, 'rule' | 'view' | 'problems'>): JSX.Element {
  const { rule, view, problems } = props;
  const locked = view?.locked ?? null;
  return (
    <>
      <span className={styles.name}>
        <Foreign text={rule.name} empty="No name" />
        {locked === null ? null : <Lock size={12} aria-label="Locked" />}
      </span>
      <span className={styles.line}>
        <Foreign text={sayRule(rule)} />
      </span>
      <span className={styles.line}>
        <Foreign text={details(rule, view).join(' · ')} />
      </span>
      <span className={styles.badges}>
        {problems > 0 ? <Badge tone="bad">{counted(problems, 'problem')}</Badge> : null}
        <Badge tone={stateTones[stateOfRule(view, rule)]}>{sayState(view, rule)}</Badge>
        {(view === undefined ? [] : blockRemarks(view)).map((remark) => (
          <Badge key={remark}>{remark}</Badge>
        ))}
      </span>
    </>
  );
}

function details(rule: Rule, view: RuleView | undefined): readonly string[] {
  const conditions = sayConditions(rule);
  return [
    `Shows ${sayMask(rule)}`,
    ...(conditions === null ? [] : [conditions]),
    ...(view === undefined ? [] : [counted(view.blocks, 'block')]),
  ];
}
