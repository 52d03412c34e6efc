import { z } from 'zod';
import { eventKindValues, responseValues, showAsValues, visibilityValues } from './event.ts';
import { ruleLimits } from './rule-limits.ts';
import { timeOfDay, zoneName } from './wall-time.ts';
import { weekdays } from './weekday.ts';

const words = z.array(z.string().min(1).max(250)).min(1).max(100);
const range = z
  .strictObject({
    min: z.number().int().min(0).optional(),
    max: z.number().int().min(0).optional(),
  })
  .refine(({ min, max }) => min !== undefined || max !== undefined, 'give min, max or both')
  .refine(
    ({ min, max }) => min === undefined || max === undefined || min <= max,
    'min is above max',
  );

/** One question about an event. Exactly one key. */
const leaf = z.union([
  z.strictObject({ response: z.array(z.enum(responseValues)).min(1) }),
  z.strictObject({ showAs: z.array(z.enum(showAsValues)).min(1) }),
  z.strictObject({ allDay: z.boolean() }),
  z.strictObject({
    title: z
      .strictObject({
        contains: z.string().min(1).max(ruleLimits.titleText).optional(),
        startsWith: z.string().min(1).max(ruleLimits.titleText).optional(),
        /** RE2 syntax: no backreferences or look-around, so that no title written by a stranger can stall the engine. */
        matches: z.string().min(1).max(ruleLimits.titlePattern).optional(),
        ignoreCase: z.boolean().default(true),
      })
      .refine(
        ({ contains, startsWith, matches }) =>
          [contains, startsWith, matches].filter((part) => part !== undefined).length === 1,
        'give exactly one of contains, startsWith, matches',
      ),
  }),
  z.strictObject({ category: words }),
  z.strictObject({ organizerDomain: words }),
  z.strictObject({ attendees: range }),
  /** Minutes. */
  z.strictObject({ duration: range }),
  z.strictObject({
    weekday: z.strictObject({ days: z.array(z.enum(weekdays)).min(1), zone: zoneName.optional() }),
  }),
  z.strictObject({
    timeOfDay: z.strictObject({ from: timeOfDay, to: timeOfDay, zone: zoneName.optional() }),
  }),
  z.strictObject({ visibility: z.array(z.enum(visibilityValues)).min(1) }),
  z.strictObject({ recurring: z.boolean() }),
  z.strictObject({ eventKind: z.array(z.enum(eventKindValues)).min(1) }),
]);
export type Leaf = z.infer<typeof leaf>;

/** A tree of questions: all of, any of, none of. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly none: readonly Condition[] }
  | Leaf;

const node: z.ZodType<Condition> = z.lazy(() =>
  z.union(
    [
      z.strictObject({ all: z.array(node).min(1).max(100) }),
      z.strictObject({ any: z.array(node).min(1).max(100) }),
      z.strictObject({ none: z.array(node).min(1).max(100) }),
      leaf,
    ],
    'no such condition; write "all", "any", "none" or one of the questions, such as "response"',
  ),
);

const MAX_DEPTH = 8;
const MAX_NODES = 100;

export const condition = node
  .refine(
    (tree) => depthOf(tree) <= MAX_DEPTH,
    `conditions may be nested ${MAX_DEPTH} deep at most`,
  )
  .refine(
    (tree) => [...leavesOf(tree)].length <= MAX_NODES,
    `a rule may have ${MAX_NODES} conditions at most`,
  );

function branches(tree: Condition): readonly Condition[] | null {
  if ('all' in tree) return tree.all;
  if ('any' in tree) return tree.any;
  return 'none' in tree ? tree.none : null;
}

function depthOf(tree: Condition): number {
  const below = branches(tree);
  return below === null ? 1 : 1 + Math.max(...below.map(depthOf));
}

/** Every question of a tree, whatever stands above it. */
export function* leavesOf(tree: Condition): Generator<Leaf> {
  for (const { leaf } of placedLeavesOf(tree)) yield leaf;
}

/** Every question with its place in the tree, such as `.all[0].none[2]`; `''` where the tree is one question. */
export function* placedLeavesOf(
  tree: Condition,
  path = '',
): Generator<{ readonly path: string; readonly leaf: Leaf }> {
  const below = branches(tree);
  if (below === null) yield { path, leaf: tree as Leaf };
  else {
    const [name] = Object.keys(tree);
    for (const [index, part] of below.entries())
      yield* placedLeavesOf(part, `${path}.${name ?? ''}[${index}]`);
  }
}
