/** Used where the program's own libraries do not tell better. */
const USUAL = 'C:\\Windows\\System32';

/**
 * Windows' own folder, from the libraries that this process has loaded: the variables that name it are the user's to
 * change, and a `reg.exe` of their own would answer what they like.
 */
export function systemFolder(libraries: readonly string[]): string {
  const known = libraries
    .map((path) => /^([a-z]:\\[^\0]*\\system32)\\ntdll\.dll$/i.exec(path)?.[1])
    .find((folder) => folder !== undefined);
  return known ?? USUAL;
}
