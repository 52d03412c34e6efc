import type { Command, CommandSource } from '../state/commands.ts';
import type { Shelf } from '../state/stores.tsx';

const sources = import.meta.glob<{ readonly commands: CommandSource }>('../*/commands.ts', {
  eager: true,
});

/** The bundler names this folder's own file `./commands.ts`. */
function isOwn(path: string): boolean {
  return path.startsWith('./') || path.includes('/frame/');
}

/** The actions of every feature, the frame's own first. A feature whose source fails is left out. */
export async function allCommands(shelf: Shelf): Promise<readonly Command[]> {
  const named = Object.entries(sources).sort(
    ([a], [b]) => Number(isOwn(b)) - Number(isOwn(a)) || a.localeCompare(b),
  );
  const found = await Promise.allSettled(
    named.map(async ([, source]) => await source.commands(shelf)),
  );
  return found.flatMap((result) => (result.status === 'fulfilled' ? result.value : []));
}
