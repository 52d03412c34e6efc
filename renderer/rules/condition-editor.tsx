import type { JSX } from 'react';
import { Button } from '../ui/button.tsx';
import { AddCondition } from './add-condition.tsx';
import { ConditionNode } from './condition-group.tsx';
import {
  addTo,
  MAX_QUESTIONS,
  questionCount,
  removeAt,
} from '../../shared/rules/condition-tree.ts';
import { reasonsAtNode } from '../../shared/rules/problems.ts';
import type { TreeEdit } from './tree-edit.ts';
import { useFocusedRule } from './use-focused-rule.ts';
import type { Condition } from '../../shared/model/condition.ts';
import { withoutKey } from '../../shared/rules/without-key.ts';
import styles from './conditions.module.css';

/** The tree of questions that decides which events cast a block. */
export function ConditionEditor(): JSX.Element | null {
  const focused = useFocusedRule();
  if (focused === null) return null;
  const { rule, problems } = focused;
  const change = (tree: Condition | undefined, tag?: string): void =>
    focused.change(
      (one) => ({
        ...withoutKey(one, 'conditions'),
        ...(tree === undefined ? {} : { conditions: tree }),
      }),
      tag,
    );
  const tree = rule.conditions;
  if (tree === undefined)
    return (
      <div className={styles.none}>
        <p>
          Every busy, tentative, out-of-office and working-elsewhere event casts a block, unless you
          declined it. Free events never do.
        </p>
        <AddCondition onAdd={(added) => change(addTo(undefined, [], added))} />
      </div>
    );
  const edit: TreeEdit = {
    tree,
    full: questionCount(tree) >= MAX_QUESTIONS,
    change,
    reasons: (place, isGroup) => reasonsAtNode(problems, place, isGroup),
  };
  return (
    <>
      <ConditionNode edit={edit} node={tree} path={[]} />
      <div>
        <Button size="small" look="quiet" onClick={() => change(removeAt(tree, []))}>
          Remove all conditions
        </Button>
      </div>
    </>
  );
}
