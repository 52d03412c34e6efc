import type { JSX } from 'react';
import type { Condition } from '../../shared/model/condition.ts';
import { Select } from '../ui/select.tsx';
import { AddCondition } from './add-condition.tsx';
import {
  addTo,
  changeKind,
  groupKinds,
  MAX_DEPTH,
  placeOf,
  shapeOf,
  type GroupKind,
  type NodePath,
} from '../../shared/rules/condition-tree.ts';
import { groupWords, joinWords } from './group-words.ts';
import { NodeMenu } from './node-menu.tsx';
import { QuestionRow } from './question-row.tsx';
import type { TreeEdit } from './tree-edit.ts';
import styles from './conditions.module.css';

interface ConditionGroupProps {
  readonly edit: TreeEdit;
  readonly kind: GroupKind;
  readonly parts: readonly Condition[];
  readonly path: NodePath;
}

const choices = groupKinds.map((value) => ({ value, label: groupWords[value] }));

export interface ConditionNodeProps {
  readonly edit: TreeEdit;
  readonly node: Condition;
  readonly path: NodePath;
}

/** A question, or a group with everything in it. */
export function ConditionNode({ edit, node, path }: ConditionNodeProps): JSX.Element {
  const shape = shapeOf(node);
  return shape.kind === 'question' ? (
    <QuestionRow edit={edit} leaf={shape.leaf} path={path} />
  ) : (
    <ConditionGroup edit={edit} kind={shape.kind} parts={shape.children} path={path} />
  );
}

/** All of, any of, or none of the questions and groups in it. */
function ConditionGroup({ edit, kind, parts, path }: ConditionGroupProps): JSX.Element {
  return (
    <div
      className={styles.group}
      role="group"
      aria-label={`Group: ${groupWords[kind]}`}
      data-kind={kind}
    >
      <div className={styles.groupHead}>
        <span className={styles.when}>{path.length === 0 ? 'Only where' : 'where'}</span>
        <Select
          label="How the conditions of this group go together"
          value={kind}
          choices={choices}
          onChange={(next) => edit.change(changeKind(edit.tree, path, next))}
        />
        {path.length === 0 ? null : <NodeMenu edit={edit} path={path} isGroup />}
      </div>
      {edit.reasons(placeOf(edit.tree, path), true).map((reason) => (
        <p key={reason} role="alert" className={styles.error}>
          {reason}
        </p>
      ))}
      <ul className={styles.parts}>
        {parts.map((part, index) => (
          <li key={index} className={styles.part}>
            <span className={styles.join}>{index === 0 ? '' : joinWords[kind]}</span>
            <ConditionNode edit={edit} node={part} path={[...path, index]} />
          </li>
        ))}
      </ul>
      <AddCondition
        disabled={edit.full}
        deep={path.length >= MAX_DEPTH - 2}
        onAdd={(added) => edit.change(addTo(edit.tree, path, added))}
      />
    </div>
  );
}
