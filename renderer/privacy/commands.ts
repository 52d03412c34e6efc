import { goAsk } from '../state/asked.ts';
import type { CommandSource } from '../state/commands.ts';

/** What the palette can do with the page of data protection. */
export const commands: CommandSource = () => [
  {
    id: 'privacy.support',
    words: 'Make a support file…',
    group: 'Data protection',
    also: ['help', 'bundle', 'diagnostics'],
    run: () => goAsk('privacy', 'support'),
  },
];
