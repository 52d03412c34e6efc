import type { GroupKind } from '../../shared/rules/condition-tree.ts';

export const groupWords: Readonly<Record<GroupKind, string>> = {
  all: 'all of these hold',
  any: 'at least one holds',
  none: 'none of these holds',
};

/** What stands between two questions of a group. */
export const joinWords: Readonly<Record<GroupKind, string>> = {
  all: 'and',
  any: 'or',
  none: 'nor',
};
