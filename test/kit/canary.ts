/**
 * Words that stand for secrets, and the hunt for them. A canary is made of letters that hexadecimal digits lack, so
 * that no digest can look like one by chance.
 */
const LETTERS = 'ghjkmnpqrtuvwxyz';
const LENGTH = 14;
/** A leak of this many letters in a row counts. */
const SHARE = 6;

/** A fresh secret word per call, always the same ones in the same order. */
export function canaries(): (field: string) => string {
  let state = 0x2545f491;
  return (field) => {
    let word = '';
    for (const letter of field) state = (Math.imul(state, 31) + letter.charCodeAt(0)) >>> 0;
    while (word.length < LENGTH) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      word += LETTERS.charAt(state >>> 28);
    }
    return word;
  };
}

/**
 * Every place where a part of a canary shows, in any of the ways in which text travels. `''` where none does. A longer
 * `share` is for haystacks of random letters, where six in a row come by chance.
 */
export function findCanary(
  haystack: string | Uint8Array,
  canary: string,
  share: number = SHARE,
): string {
  const text = typeof haystack === 'string' ? haystack : Buffer.from(haystack).toString('latin1');
  const folded = text.toLowerCase();
  for (let at = 0; at + share <= canary.length; at++) {
    const part = canary.slice(at, at + share);
    for (const [way, form] of Object.entries(plainForms(part))) {
      if (folded.includes(form))
        return `${way}: …${folded.slice(Math.max(0, folded.indexOf(form) - 60), folded.indexOf(form) + 60)}`;
    }
    for (const form of base64Forms(part)) if (text.includes(form)) return `base64: ${form}`;
  }
  return '';
}

function plainForms(part: string): Record<string, string> {
  const codes = Array.from(part, (letter) => letter.charCodeAt(0).toString(16));
  return {
    raw: part,
    hex: codes.join(''),
    percent: codes.map((code) => `%${code}`).join(''),
    utf16: Array.from(part).join('\0'),
    entities: Array.from(part, (letter) => `&#${letter.charCodeAt(0)};`).join(''),
    hexEntities: codes.map((code) => `&#x${code};`).join(''),
    quotedPrintable: codes.map((code) => `=${code}`).join(''),
    json: codes.map((code) => `\\u00${code}`).join(''),
    reversed: Array.from(part).reverse().join(''),
  };
}

/** The letters in the middle of a base64 text do not hang on what stands before and after them, but on their place. */
function base64Forms(part: string): string[] {
  return [0, 1, 2].map((shift) => {
    const encoded = Buffer.from(' '.repeat(shift) + part)
      .toString('base64')
      .replaceAll('=', '');
    const first = Math.ceil((shift * 8) / 6);
    const last = Math.floor(((shift + part.length) * 8) / 6);
    return encoded.slice(first, last);
  });
}
