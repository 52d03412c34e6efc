import type { Departure } from '../profile/departure.ts';
import { problemOf } from '../profile/failure-words.ts';
import { leftSentence } from '../profile/left-words.ts';

/** Why an account is still on its way out, and what can be done about it. */
export function waitingLines({ account, failure, left }: Departure): readonly string[] {
  const { label } = account;
  return [
    `"${label}" is no longer used, but not all of its blocks could be removed: each sync tries again.`,
    ...(failure === null ? [] : [problemOf(account, null, failure).message]),
    ...left.map(leftSentence),
    `"umbra accounts keep ${label}" takes the removal back; "umbra accounts remove ${label} --keep-blocks" ends it now.`,
  ];
}
