/** What the readers of policies need of a machine: looking at files, and running one of the system's own programs. */
export interface PolicyMachine {
  /** The path with every symbolic link followed; null where there is nothing. Rejects where nobody may look. */
  realPath(path: string): Promise<string | null>;
  /** Names in a folder; null where there is no such folder. Rejects where nobody may look. */
  list(folder: string): Promise<readonly string[] | null>;
  /** Who owns a file or folder, and the permission bits. Rejects where nobody may look. */
  owner(path: string): Promise<{ readonly uid: number; readonly mode: number }>;
  /** Rejects where it can't be read. */
  text(file: string): Promise<string>;
  /** Runs a program by its full path, with no shell; rejects where it can't be started. */
  run(
    program: string,
    parameters: readonly string[],
  ): Promise<{ readonly code: number; readonly out: string }>;
}
