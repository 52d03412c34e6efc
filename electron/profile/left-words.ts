import type { LeftBlocks } from '../sync/purge.ts';

const reasons: Readonly<Record<LeftBlocks['reason'], string>> = {
  readOnly:
    'this calendar can only be read. Ask its owner for write access, or remove them in its own program',
  notListed:
    'its account is not shown this calendar any more. Remove them in its own program, if it is still there',
};

/** Blocks that nobody can remove from here, in words. */
export function leftSentence({ blocks, calendar, reason }: LeftBlocks): string {
  const count = blocks === 1 ? '1 block is' : `${blocks} blocks are`;
  return `${count} left on “${calendar}”: ${reasons[reason]}.`;
}
