import { z } from 'zod';
import { policies, type PolicyName } from './policies.ts';

/** What an administrator types for a policy, as far as forms and registries tell kinds apart. */
export type PolicyKind =
  | { readonly kind: 'boolean' }
  | { readonly kind: 'integer'; readonly least: number; readonly most: number }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'text' }
  /** Several texts. */
  | { readonly kind: 'list'; readonly choices: readonly string[] | null }
  /** Anything deeper: written as JSON where there is no form for it. */
  | { readonly kind: 'structure' };

const shape = z.looseObject({
  type: z.string().optional(),
  enum: z.array(z.string()).optional(),
  const: z.string().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  items: z
    .looseObject({ type: z.string().optional(), enum: z.array(z.string()).optional() })
    .optional(),
});

/** The kind of a policy, read off its schema. */
export function kindOf(name: PolicyName): PolicyKind {
  const schema = z.toJSONSchema(policies[name], { io: 'input', unrepresentable: 'any' });
  const { type, enum: choices, const: only, minimum, maximum, items } = shape.parse(schema);
  if (only !== undefined) return { kind: 'choice', choices: [only] };
  if (choices !== undefined) return { kind: 'choice', choices };
  if (type === 'boolean') return { kind: 'boolean' };
  if (type === 'integer')
    return { kind: 'integer', least: minimum ?? 0, most: maximum ?? 2_147_483_647 };
  if (type === 'string') return { kind: 'text' };
  if (type === 'array' && items?.type === 'string')
    return { kind: 'list', choices: items.enum ?? null };
  return { kind: 'structure' };
}
