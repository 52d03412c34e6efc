import type { AccountView } from '../../shared/ipc/accounts.ts';
import { useDeed } from '../state/deed.ts';
import { createNotices } from '../state/notices.ts';
import { useShelf } from '../state/stores.tsx';
import { removedWords } from './account-words.ts';

export interface Removal {
  readonly busy: boolean;
  readonly run: (removeBlocks: boolean) => Promise<void>;
}

/**
 * Removes an account and says what became of it, with the page on which its consent can still be ended. `done` is called where
 * it went well.
 */
export function useRemoval({ id, label }: AccountView, done: () => void): Removal {
  const shelf = useShelf();
  const remove = useDeed('removeAccount');
  const openLink = useDeed('openLink');
  const run = async (removeBlocks: boolean): Promise<void> => {
    const removal = await remove.run({ id, removeBlocks });
    if (removal === null) return;
    const { words, page } = removedWords(label, removal);
    const link =
      page === null ? null : { words: 'Show it', run: () => void openLink.run({ url: page }) };
    shelf.store(createNotices).getState().say(words, link);
    done();
  };
  return { busy: remove.busy, run };
}
