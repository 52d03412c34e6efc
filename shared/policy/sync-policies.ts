import { z } from 'zod';
import { policy } from './note.ts';

const brakeThreshold = z.strictObject({
  /** Removals on one target in one cycle that never wait. */
  count: z.number().int().min(0).max(10_000),
  /** Share of a target's blocks, in percent, up to which removals never wait. */
  percent: z.number().int().min(0).max(100),
});

export const syncPolicies = {
  MaxLookaheadDays: policy(z.number().int().min(7).max(730), {
    title: 'How far ahead blocks are written',
    description:
      'Days. A person can choose less, not more. Blocks further ahead that were written before stay. As a recommendation: the days until the person chooses.',
    category: 'sync',
    example: 90,
    recommendable: true,
  }),
  MaxBlockRetentionDays: policy(z.number().int().min(1).max(3650), {
    title: 'How long past blocks are kept',
    description:
      'Days after which blocks that lie behind the window are removed, also where a rule keeps them longer or for ever.',
    category: 'sync',
    example: 30,
  }),
  BrakeThreshold: policy(brakeThreshold, {
    title: 'When removals wait',
    description:
      'Removals of more than "count" blocks on a calendar, and of more than "percent" of its blocks, in one cycle wait until the person has looked at them. Without this policy: 10 and 25 %.',
    category: 'sync',
    example: { count: 10, percent: 25 },
    recommendable: true,
  }),
} as const;
