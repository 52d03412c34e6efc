import type { z } from 'zod';

export const policyCategories = ['accounts', 'flows', 'sync', 'data', 'system'] as const;
export type PolicyCategory = (typeof policyCategories)[number];

export const categoryTitles: Readonly<Record<PolicyCategory, string>> = {
  accounts: 'Accounts',
  flows: 'What may go where',
  sync: 'Synchronisation',
  data: 'Data on this computer',
  system: 'System and network',
};

/** What administrators read about a policy, wherever it is published. */
export interface PolicyNote {
  readonly title: string;
  /** Whole sentences: what it does, and what it leaves alone. */
  readonly description: string;
  readonly category: PolicyCategory;
  readonly example: unknown;
  /** May be recommended as well: a value that a person's own choice goes before. */
  readonly recommendable?: true;
  /** Read once, when the program starts; every other policy holds within a minute. */
  readonly atStart?: true;
  /** Read and checked, but this build has nothing for it to act on: the sentence that says so wherever it is shown. */
  readonly inert?: string;
}

/** A policy's schema together with its note: everything that is published is made from the two. */
export function policy<S extends z.ZodType>(schema: S, note: PolicyNote): S {
  const { description, inert } = note;
  return schema.meta({
    ...note,
    description: inert === undefined ? description : `${description} ${inert}`,
  });
}
