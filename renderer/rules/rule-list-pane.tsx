import { useState, type JSX } from 'react';
import { createRulesStore } from '../state/app.ts';
import { useFeature } from '../state/stores.tsx';
import { createDrafts } from './drafts-store.ts';
import { problemsOfRule } from '../../shared/rules/problems.ts';
import { moveRule } from '../../shared/rules/rule-list.ts';
import { RuleRow } from './rule-row.tsx';
import styles from './rules.module.css';

/** The rules in their order, which can be changed by dragging and with the keyboard. */
export function RuleListPane(): JSX.Element {
  const rules = useFeature(createDrafts, (state) => state.history.present);
  const problems = useFeature(createDrafts, (state) => state.preview?.problems);
  const edit = useFeature(createDrafts, (state) => state.edit);
  const views = useFeature(createRulesStore, (state) => state.value);
  const [dragged, setDragged] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const move = (id: string, to: number): void => {
    edit((all) => moveRule(all, id, to));
    const place = Math.max(0, Math.min(rules.length - 1, to)) + 1;
    setSaid(`Moved to place ${place} of ${rules.length}.`);
  };
  return (
    <div className={styles.listPane}>
      <ol className={styles.list} aria-label="Rules, in their order">
        {rules.map((rule, index) => (
          <RuleRow
            key={rule.id}
            rule={rule}
            view={views?.find((one) => one.rule.id === rule.id)}
            problems={problemsOfRule(problems ?? [], index).length}
            dragged={dragged === rule.id}
            onDrag={setDragged}
            onDrop={() => {
              if (dragged !== null) move(dragged, index);
              setDragged(null);
            }}
            onMove={(by) => move(rule.id, index + by)}
          />
        ))}
      </ol>
      <p role="status" className={styles.unseen}>
        {said}
      </p>
    </div>
  );
}
