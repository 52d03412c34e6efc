/** PNG pictures of one icon in the containers that Windows and macOS read. */
export interface Picture {
  readonly size: number;
  readonly png: Buffer;
}

/** An `.ico` file: a directory of pictures, then the pictures. A size of 256 is written as 0. */
export function ico(pictures: readonly Picture[]): Buffer {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  for (const [place, { size, png }] of pictures.entries()) {
    const at = 6 + 16 * place;
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}

/** What Apple calls a PNG of each size. */
const kinds: Readonly<Record<number, readonly string[]>> = {
  16: ['icp4'],
  32: ['icp5', 'ic11'],
  64: ['icp6', 'ic12'],
  128: ['ic07'],
  256: ['ic08', 'ic13'],
  512: ['ic09', 'ic14'],
  1024: ['ic10'],
};

/** An `.icns` file: a length, then each picture under its kind. */
export function icns(pictures: readonly Picture[]): Buffer {
  const parts = pictures.flatMap(({ size, png }) =>
    (kinds[size] ?? []).map((kind) => Buffer.concat([tagged(kind, png.length + 8), png])),
  );
  const length = parts.reduce((sum, part) => sum + part.length, 8);
  return Buffer.concat([tagged('icns', length), ...parts]);
}

function tagged(kind: string, length: number): Buffer {
  const head = Buffer.alloc(8);
  head.write(kind, 'ascii');
  head.writeUInt32BE(length, 4);
  return head;
}
