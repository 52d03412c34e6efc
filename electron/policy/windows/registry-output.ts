/** One value of the registry as `reg query` prints it. */
export interface RegistryValue {
  /** The key below the one that was asked for; empty for that one itself. */
  readonly key: string;
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/**
 * Reads what `reg query KEY /s` prints: a line per key, then its values, indented by four spaces, each as name, type and
 * text with four spaces between. The words of the program are translated, its types are not.
 */
export function readRegistryOutput(out: string, root: string): readonly RegistryValue[] {
  const found: RegistryValue[] = [];
  let key: string | null = null;
  for (const line of out.split(/\r?\n/)) {
    const value = /^ {4}(.*?) {4}(REG_[A-Z_]+)(?: {4}(.*))?$/.exec(line);
    if (value === null) {
      key = keyBelow(line, root) ?? key;
      continue;
    }
    const [, name = '', type = '', text = ''] = value;
    if (key !== null) found.push({ key, name, type, text });
  }
  return found;
}

function keyBelow(line: string, root: string): string | null {
  if (line.toLowerCase() === root.toLowerCase()) return '';
  const prefix = `${root}\\`;
  return line.toLowerCase().startsWith(prefix.toLowerCase()) ? line.slice(prefix.length) : null;
}
