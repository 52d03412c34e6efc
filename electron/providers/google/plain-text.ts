const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Google descriptions may hold simple HTML; this leaves the words. Never used to make HTML. */
export function plainText(html: string): string {
  return html
    .slice(0, 100_000)
    .replace(/<(br|\/p|\/div|\/li)\b[^>]*>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(
      /&(?:#(\d{1,6})|([a-z]+));/gi,
      (whole, code: string | undefined, name: string | undefined) => {
        if (code !== undefined)
          return Number(code) <= 0x10ffff ? String.fromCodePoint(Number(code)) : '';
        return entities[(name ?? '').toLowerCase()] ?? whole;
      },
    )
    .trim();
}
