import type { RuleView } from '../../../../shared/ipc/rules.ts';
import { draft } from './choices.ts';

/** A rule of which nothing is to be said: all of its blocks are in their places. */
export const quietView: RuleView = {
  rule: draft('a', {}),
  sources: ['s'],
  targets: ['t'],
  blocks: 1,
  dismissed: 0,
  edited: 0,
  outstanding: 0,
  held: 0,
  locked: null,
  paused: null,
  stopped: null,
};
