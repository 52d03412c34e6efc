import { Plus } from 'lucide-react';
import type { JSX } from 'react';
import type { Condition } from '../../shared/model/condition.ts';
import { Button } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { group, groupKinds } from '../../shared/rules/condition-tree.ts';
import { groupWords } from './group-words.ts';
import { freshQuestion, questionKinds, questionWords } from './questions.ts';

export interface AddConditionProps {
  readonly disabled?: boolean;
  /** Groups can't be nested deeper. */
  readonly deep?: boolean;
  readonly onAdd: (added: Condition) => void;
}

/** A menu of every question, and of groups of them. */
export function AddCondition({
  disabled = false,
  deep = false,
  onAdd,
}: AddConditionProps): JSX.Element {
  return (
    <Menu
      trigger={
        <Button size="small" look="quiet" icon={<Plus size={12} />} disabled={disabled}>
          Add a condition
        </Button>
      }
      entries={[
        ...questionKinds.map((kind) => ({
          id: kind,
          label: questionWords[kind],
          onChoose: () => onAdd(freshQuestion(kind)),
        })),
        ...groupKinds.map((kind, index) => ({
          id: `group ${kind}`,
          label: `Group: ${groupWords[kind]}`,
          apart: index === 0,
          disabled: deep,
          onChoose: () => onAdd(group(kind, [freshQuestion('title')])),
        })),
      ]}
    />
  );
}
