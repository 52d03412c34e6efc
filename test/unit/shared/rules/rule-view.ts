import { ruleView } from '../../../window/fake-rules.ts';

/** A rule of which nothing is to be said: all of its blocks are in their places. */
export const quietView = ruleView({ id: 'a', sources: ['*'], targets: ['*'] }, ['s'], ['t'], {
  blocks: 1,
});
