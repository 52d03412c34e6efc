import { createAppStore } from '../state/app.ts';
import { ask } from '../state/ask.ts';
import { goAsk } from '../state/asked.ts';
import type { CommandSource } from '../state/commands.ts';
import { runCommand } from '../state/run-command.ts';
import { counted } from '../rules/rule-words.ts';
import { keptWords, reasonWords } from './hold-words.ts';

/** What the palette can do with removals that wait for a decision. */
export const commands: CommandSource = async (shelf) => {
  if ((shelf.store(createAppStore).getState().value?.holds ?? 0) === 0) return [];
  const reply = await ask(shelf.api, 'holds', {});
  if (!reply.ok) return [];
  return reply.value
    .filter(({ state }) => state === 'waiting')
    .flatMap(({ id, reason, blocks }) => {
      const what = `${counted(blocks.length, 'held block')}: ${reasonWords[reason].title.toLowerCase()}`;
      return [
        {
          id: `holds.keep.${id}`,
          words: `Keep ${what}`,
          group: 'Held removals',
          also: ['reject'],
          run: () => void runCommand(shelf, 'decideHold', { id, decision: 'rejected' }, keptWords),
        },
        {
          id: `holds.remove.${id}`,
          words: `Remove ${what}…`,
          group: 'Held removals',
          also: ['approve'],
          run: () => goAsk('holds', `remove ${id}`),
        },
      ];
    });
};
