import { goAsk } from '../state/asked.ts';
import type { CommandSource } from '../state/commands.ts';

/** What the palette can do with the page of health. */
export const commands: CommandSource = () => [
  {
    id: 'health.print',
    words: 'Print the map of where data goes…',
    group: 'Health',
    also: ['data flow', 'paper', 'PDF'],
    run: () => goAsk('health', 'print'),
  },
];
