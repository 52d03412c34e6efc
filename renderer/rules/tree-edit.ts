import type { Condition } from '../../shared/model/condition.ts';

/** What the parts of the condition tree need of it, and do to it. */
export interface TreeEdit {
  readonly tree: Condition;
  /** No further question fits in. */
  readonly full: boolean;
  readonly change: (tree: Condition | undefined, tag?: string) => void;
  readonly reasons: (place: string, isGroup: boolean) => readonly string[];
}
