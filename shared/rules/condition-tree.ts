import type { Condition, Leaf } from '../model/condition.ts';

/** Edits of a rule's tree of questions. A node is named by the places of its ancestors and itself, the root by `[]`. */
export type NodePath = readonly number[];
export const groupKinds = ['all', 'any', 'none'] as const;
export type GroupKind = (typeof groupKinds)[number];

export const MAX_DEPTH = 8;
export const MAX_QUESTIONS = 100;

export type Shape =
  | { readonly kind: 'question'; readonly leaf: Leaf }
  | { readonly kind: GroupKind; readonly children: readonly Condition[] };

export function shapeOf(node: Condition): Shape {
  if ('all' in node) return { kind: 'all', children: node.all };
  if ('any' in node) return { kind: 'any', children: node.any };
  if ('none' in node) return { kind: 'none', children: node.none };
  return { kind: 'question', leaf: node };
}

export function group(kind: GroupKind, children: readonly Condition[]): Condition {
  switch (kind) {
    case 'all':
      return { all: children };
    case 'any':
      return { any: children };
    case 'none':
      return { none: children };
  }
}

/** The node's children replaced; a question stays as it is. */
function withChildren(
  node: Condition,
  change: (children: readonly Condition[]) => readonly Condition[],
): Condition {
  const shape = shapeOf(node);
  return shape.kind === 'question' ? node : group(shape.kind, change(shape.children));
}

export function replaceAt(tree: Condition, path: NodePath, next: Condition): Condition {
  const [index, ...rest] = path;
  if (index === undefined) return next;
  return withChildren(tree, (children) =>
    children.map((child, at) => (at === index ? replaceAt(child, rest, next) : child)),
  );
}

/** Without the node, and without groups that are empty then; undefined where nothing is left. */
export function removeAt(tree: Condition, path: NodePath): Condition | undefined {
  const [index, ...rest] = path;
  const shape = shapeOf(tree);
  if (index === undefined || shape.kind === 'question') return undefined;
  const children = shape.children.flatMap((child, at) => {
    if (at !== index) return [child];
    const left = removeAt(child, rest);
    return left === undefined ? [] : [left];
  });
  return children.length === 0 ? undefined : group(shape.kind, children);
}

/** Puts a node at the end of the group at `path`; a question there becomes a group of both. */
export function addTo(tree: Condition | undefined, path: NodePath, added: Condition): Condition {
  if (tree === undefined) return { all: [added] };
  const there = nodeAt(tree, path);
  if (there === null) return tree;
  const shape = shapeOf(there);
  return replaceAt(
    tree,
    path,
    shape.kind === 'question'
      ? { all: [there, added] }
      : group(shape.kind, [...shape.children, added]),
  );
}

export function changeKind(tree: Condition, path: NodePath, kind: GroupKind): Condition {
  const there = nodeAt(tree, path);
  if (there === null) return tree;
  const shape = shapeOf(there);
  return shape.kind === 'question' ? tree : replaceAt(tree, path, group(kind, shape.children));
}

/** The node inside a group of its own. */
export function wrap(tree: Condition, path: NodePath, kind: GroupKind): Condition {
  const there = nodeAt(tree, path);
  return there === null ? tree : replaceAt(tree, path, group(kind, [there]));
}

/** The node further up or down among its siblings. */
export function moveBy(tree: Condition, path: NodePath, by: number): Condition {
  const index = path.at(-1);
  if (index === undefined) return tree;
  const parent = path.slice(0, -1);
  const there = nodeAt(tree, parent);
  if (there === null) return tree;
  return replaceAt(
    tree,
    parent,
    withChildren(there, (children) => {
      const moved = children[index];
      const to = index + by;
      if (moved === undefined || to < 0 || to >= children.length) return children;
      return children.toSpliced(index, 1).toSpliced(to, 0, moved);
    }),
  );
}

export function nodeAt(tree: Condition, path: NodePath): Condition | null {
  const [index, ...rest] = path;
  if (index === undefined) return tree;
  const shape = shapeOf(tree);
  const child = shape.kind === 'question' ? undefined : shape.children[index];
  return child === undefined ? null : nodeAt(child, rest);
}

/** The node's place as problems name it, such as `conditions.all[0].none[2]`. */
export function placeOf(tree: Condition, path: NodePath): string {
  let [place, node] = ['conditions', tree];
  for (const index of path) {
    const shape = shapeOf(node);
    const child = shape.kind === 'question' ? undefined : shape.children[index];
    if (child === undefined) break;
    [place, node] = [`${place}.${shape.kind}[${index}]`, child];
  }
  return place;
}

export function questionCount(tree: Condition | undefined): number {
  if (tree === undefined) return 0;
  const shape = shapeOf(tree);
  if (shape.kind === 'question') return 1;
  return shape.children.reduce((sum, child) => sum + questionCount(child), 0);
}

/** Levels of the tree at and below a node. */
export function depthOf(node: Condition): number {
  const shape = shapeOf(node);
  return shape.kind === 'question' ? 1 : 1 + Math.max(0, ...shape.children.map(depthOf));
}
