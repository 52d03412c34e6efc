import { UserError } from '../../shared/errors/errors.ts';
import type { EnginePolicy } from './engine-deps.ts';

/**
 * Throws while a mandatory policy can't be understood: nobody knows what it would have forbidden, and an order is not skipped.
 * Until an administrator has mended it, nothing is synchronised (security.md A2).
 */
export function requireUnderstood({ obstacles }: Pick<EnginePolicy, 'obstacles'>): void {
  const [first] = obstacles;
  if (first !== undefined) throw new UserError('policy.invalid', { place: first }, obstacles);
}
