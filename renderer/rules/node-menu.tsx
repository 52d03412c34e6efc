import { ArrowDown, ArrowUp, Ellipsis, Group, Trash2 } from 'lucide-react';
import type { JSX } from 'react';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import {
  MAX_DEPTH,
  moveBy,
  removeAt,
  wrap,
  type NodePath,
} from '../../shared/rules/condition-tree.ts';
import type { TreeEdit } from './tree-edit.ts';

export interface NodeMenuProps {
  readonly edit: TreeEdit;
  readonly path: NodePath;
  readonly isGroup?: boolean;
}

/** What can be done with a question or a group as a whole. */
export function NodeMenu({ edit, path, isGroup = false }: NodeMenuProps): JSX.Element {
  const { tree, change } = edit;
  return (
    <Menu
      align="end"
      trigger={
        <IconButton
          label={isGroup ? 'Group: move or remove' : 'Condition: move or remove'}
          size="small"
          icon={<Ellipsis size={14} />}
        />
      }
      entries={[
        {
          id: 'up',
          label: 'Move up',
          icon: <ArrowUp size={14} />,
          disabled: path.at(-1) === 0,
          onChoose: () => change(moveBy(tree, path, -1)),
        },
        {
          id: 'down',
          label: 'Move down',
          icon: <ArrowDown size={14} />,
          onChoose: () => change(moveBy(tree, path, 1)),
        },
        {
          id: 'wrap',
          label: 'Put in a group of its own',
          icon: <Group size={14} />,
          disabled: path.length >= MAX_DEPTH - 2,
          onChoose: () => change(wrap(tree, path, 'any')),
        },
        {
          id: 'remove',
          label: isGroup ? 'Remove the group' : 'Remove',
          icon: <Trash2 size={14} />,
          apart: true,
          onChoose: () => change(removeAt(tree, path)),
        },
      ]}
    />
  );
}
