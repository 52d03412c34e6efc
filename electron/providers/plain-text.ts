/** A block shows less than a quarter of it; other programs that write into a calendar may not ask. */
const MAX_READ = 32_768;

const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
]);

/** What no reader sees; without its end it is all that follows, as browsers take it. */
const UNSEEN = /<!--[\s\S]*?(?:-->|$)|<(head|style|script)(?=[\s>])[\s\S]*?(?:<\/\1\s*>|$)/gi;

/** A ">" in quotes does not end it. A "<" always begins another, so that each is read once, whatever a stranger wrote. */
const TAG = /<(?:\/?[a-z]|[!?])(?:(?:[^<>"']|"[^"<]*"|'[^'<]*')*|[^<>]*)>/gi;

/** Descriptions may hold HTML; this leaves the words. Its result is text, never to be used as HTML. */
export function plainText(html: string): string {
  return html
    .slice(0, MAX_READ)
    .replace(UNSEEN, '')
    .replace(/<(?:br|\/p|\/div|\/li)\b[^<>]*>/gi, '\n')
    .replace(TAG, '')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, decoded)
    .trim();
}

/**
 * The reverse: text for a field that Google shows as HTML. Untouched where it reads as itself; where it would be taken
 * for markup (a stranger's invitation may hold any), it is made harmless and still reads back the same.
 */
export function asHtml(text: string): string {
  if (plainText(text) === text.trim()) return text;
  return text.replace(/&(?=#|[a-z])/gi, '&amp;').replaceAll('<', '&lt;');
}

function decoded(
  whole: string,
  decimal: string | undefined,
  hex: string | undefined,
  name: string | undefined,
): string {
  if (name !== undefined) return entities.get(name.toLowerCase()) ?? whole;
  const point = decimal === undefined ? Number.parseInt(hex ?? '0', 16) : Number(decimal);
  const isCharacter = point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
  return isCharacter ? String.fromCodePoint(point) : '';
}
