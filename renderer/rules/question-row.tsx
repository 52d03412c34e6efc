import type { JSX } from 'react';
import type { Leaf } from '../../shared/model/condition.ts';
import { Select } from '../ui/select.tsx';
import { placeOf, replaceAt, type NodePath } from '../../shared/rules/condition-tree.ts';
import { NodeMenu } from './node-menu.tsx';
import { QuestionAnswer } from './question-answer.tsx';
import { freshQuestion, kindOf, questionKinds, questionWords } from './questions.ts';
import type { TreeEdit } from './tree-edit.ts';
import styles from './conditions.module.css';

export interface QuestionRowProps {
  readonly edit: TreeEdit;
  readonly leaf: Leaf;
  readonly path: NodePath;
}

const choices = questionKinds.map((value) => ({ value, label: questionWords[value] }));

/** One question and its answer. */
export function QuestionRow({ edit, leaf, path }: QuestionRowProps): JSX.Element {
  const place = placeOf(edit.tree, path);
  const kind = kindOf(leaf);
  const put = (next: Leaf): void => edit.change(replaceAt(edit.tree, path, next), place);
  return (
    <div className={styles.question}>
      <div className={styles.kind}>
        <Select
          label="What to ask"
          value={kind}
          choices={choices}
          onChange={(next) => {
            if (next !== kind) put(freshQuestion(next));
          }}
        />
      </div>
      <div className={styles.answer}>
        <QuestionAnswer leaf={leaf} onChange={put} />
        {edit.reasons(place, false).map((reason) => (
          <p key={reason} role="alert" className={styles.error}>
            {reason}
          </p>
        ))}
      </div>
      <NodeMenu edit={edit} path={path} />
    </div>
  );
}
