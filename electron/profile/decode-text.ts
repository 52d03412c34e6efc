/** As tools write text files: PowerShell marks UTF-8, and writes UTF-16 where it is not told otherwise. The mark is left out. */
export function decodeText(bytes: Uint8Array): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes);
}
