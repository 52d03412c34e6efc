import { z } from 'zod';

const bounds = z.strictObject({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(200).max(20_000),
  height: z.number().int().min(200).max(20_000),
});
export type Bounds = Readonly<z.infer<typeof bounds>>;

const remembered = z.object({
  bounds: bounds.nullable().catch(null),
  /** Whether closing the window was explained. */
  trayExplained: z.boolean().catch(false),
});
export type Remembered = Readonly<z.infer<typeof remembered>>;

/** Where the shell keeps the few things it remembers. `electron-store` fits. */
export interface MemoryFile {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
}

/** What the window's place was and what has been explained. A file that says nonsense counts as empty: nothing is lost. */
export interface WindowMemory {
  read(): Remembered;
  write(change: Partial<Remembered>): void;
}

/** Reads and writes through one schema. */
export function windowMemory(file: MemoryFile): WindowMemory {
  return {
    read: () =>
      remembered.parse({ bounds: file.get('bounds'), trayExplained: file.get('trayExplained') }),
    write: (change) => {
      for (const [key, value] of Object.entries(change)) file.set(key, value);
    },
  };
}

/** The last place, if any of today's screens still shows enough of it to be grabbed. */
export function usableBounds(last: Bounds | null, screens: readonly Bounds[]): Bounds | null {
  if (last === null) return null;
  const overlap = (from: number, size: number, low: number, length: number): number =>
    Math.min(from + size, low + length) - Math.max(from, low);
  const grabbable = screens.some(
    (screen) =>
      overlap(last.x, last.width, screen.x, screen.width) >= 100 &&
      overlap(last.y, last.height, screen.y, screen.height) >= 100,
  );
  return grabbable ? last : null;
}
