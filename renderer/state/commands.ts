import type { Shelf } from './stores.tsx';

/** Something that the command palette can do. */
export interface Command {
  readonly id: string;
  /** A verb first: "Pause for 30 minutes". */
  readonly words: string;
  /** The heading it stands under: "Rules". */
  readonly group: string;
  /** Other words that find it. */
  readonly also?: readonly string[];
  readonly keys?: string;
  readonly run: () => void;
}

/**
 * A feature reaches the palette by `renderer/<feature>/commands.ts`, which exports `commands: CommandSource`.
 * It is asked each time the palette opens, so it may read its store.
 */
export type CommandSource = (shelf: Shelf) => readonly Command[] | Promise<readonly Command[]>;
