import type { Output } from '../../shared/ipc/contract.ts';
import type { Notices } from '../state/notices.ts';
import { removedWords } from './account-words.ts';

/** Says what became of an account that was to be removed, with the page on which its consent can still be ended. */
export function sayRemoved(
  notices: Pick<Notices, 'say'>,
  label: string,
  removal: Output<'removeAccount'>,
  open: (url: string) => void,
): void {
  const { words, page } = removedWords(label, removal);
  notices.say(words, page === null ? null : { words: 'Show it', run: () => open(page) });
}
