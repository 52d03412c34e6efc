/**
 * The nine fuses of Electron 45 in the order of its wire (security.md 2). Each has to be named: a wire of another length stops
 * the packaging.
 */
export const fuses = {
  /** Our signed binary must not run others' scripts. */
  runAsNode: false,
  cookieEncryption: true,
  nodeOptions: false,
  /** Nor by a signal. */
  nodeCliInspect: false,
  embeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  /** We ship no such snapshot, and the app would refuse to open. */
  loadBrowserProcessSpecificV8Snapshot: false,
  /** Our pages come by a scheme of their own. */
  grantFileProtocolExtraPrivileges: false,
  wasmTrapHandlers: true,
} as const;

/** What stands before the wire in every Electron binary; a version byte and the wire's length follow. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const version = 1;

/** The binary with its fuses set: in every slice of it, and all of them or none. */
export function withFuses(binary: Buffer, values: readonly boolean[]): Buffer {
  const flipped = Buffer.from(binary);
  let found = 0;
  for (let at = binary.indexOf(sentinel); at !== -1; at = binary.indexOf(sentinel, at + 1)) {
    const head = at + sentinel.length;
    if (binary[head] !== version) throw new Error('The fuse wire is of an unknown version');
    if (binary[head + 1] !== values.length)
      throw new Error(
        `Electron has ${binary[head + 1] ?? 0} fuses, and ${values.length} are named`,
      );
    flipped.write(values.map((on) => (on ? '1' : '0')).join(''), head + 2, 'ascii');
    found += 1;
  }
  if (found === 0) throw new Error('The binary has no fuse wire');
  return flipped;
}

/** How the fuses stand in a binary, in the order of the wire. */
export function fusesOf(binary: Buffer): readonly boolean[] {
  const head = binary.indexOf(sentinel) + sentinel.length;
  const wire = binary.subarray(head + 2, head + 2 + (binary[head + 1] ?? 0));
  return Array.from(wire, (state) => state === '1'.charCodeAt(0));
}
