/** The addresses at which meetings are joined, by service. Each part is bounded: a text is searched in linear time. */
const JOIN = new RegExp(
  [
    String.raw`msteams:\/`,
    `(?<![a-z0-9-])(?:${[
      String.raw`teams\.(?:microsoft\.(?:com|us)|cloud\.microsoft)(?::\d{1,5})?\/\S{0,60}?(?:meetup-join|meetingoptions|meet\/|l\/meeting)`,
      String.raw`dialin\.teams\.microsoft\.(?:com|us)\/`,
      String.raw`teams\.live\.com\/meet`,
      String.raw`aka\.ms\/jointeamsmeeting`,
      String.raw`zoom(?:gov)?\.(?:us|com)(?::\d{1,5})?\/(?:j|my|w|wc|s|u|join)[\/?]`,
      String.raw`(?:${[
        String.raw`(?:meet\.google|webex|whereby|bluejeans|join\.skype|meet\.goto|gotomeeting|meet\.lync)\.com`,
        String.raw`(?:v|video|meetings|webinar)\.ringcentral\.com`,
        String.raw`tel\.meet|meet\.jit\.si|chime\.aws`,
      ].join('|')})(?::\d{1,5})?\/`,
    ].join('|')})`,
  ].join('|'),
  'i',
);

/** What is written without a blank; the marks of East Asian sentences end it too. */
const PIECE = /<?[^\s<>、。「」『』【】（），；]+>?/gu;
const SCHEME = /[a-z]{2,12}:\/\//i;
const PAIRS = ['<>', '()', '[]', '""'];
/** An address may be wrapped, as mail programs do to check links, and wrapped again. */
const MOST_WRAPPINGS = 2;

/**
 * A text without the links to join a meeting that stand in it; other links stay. What is left of a text that said nothing
 * else is empty. Pure, and linear in the length of what a stranger wrote.
 */
export function withoutConferenceLinks(text: string): string {
  const left = text.includes('/') ? text.replace(PIECE, withoutLink) : text;
  if (left === text) return text;
  return /[\p{L}\p{N}]/u.test(left) ? between(left, /[\s:,;|–—-]/u) : '';
}

function withoutLink(piece: string): string {
  if (!leadsToMeeting(piece)) return piece;
  const before = piece.slice(0, startOf(piece));
  const after = piece.slice(endOf(piece, /[.,;:!?)\]>'"”’»]/u));
  const pair = `${before.at(-1) ?? ''}${after.at(0) ?? ''}`;
  return PAIRS.includes(pair) ? before.slice(0, -1) + after.slice(1) : before + after;
}

function leadsToMeeting(piece: string): boolean {
  let address = piece;
  for (let wrapping = 0; wrapping <= MOST_WRAPPINGS; wrapping++) {
    if (JOIN.test(address)) return true;
    if (!address.includes('%')) return false;
    address = address.replace(/%([2-7][\da-f])/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  }
  return false;
}

/** A link begins with its scheme; one without with its host. One that wraps the link to the meeting goes as a whole. */
function startOf(piece: string): number {
  const found = piece.search(JOIN);
  const scheme = piece.search(SCHEME);
  if (scheme >= 0 && (found < 0 || scheme <= found)) return scheme;
  let start = found;
  while (start > 0 && /[a-z0-9.-]/i.test(piece.charAt(start - 1))) start--;
  return Math.max(start, 0);
}

function endOf(text: string, trailing: RegExp): number {
  let end = text.length;
  while (end > 0 && trailing.test(text.charAt(end - 1))) end--;
  return end;
}

function between(text: string, edge: RegExp): string {
  const end = endOf(text, edge);
  let start = 0;
  while (start < end && edge.test(text.charAt(start))) start++;
  return text.slice(start, end);
}
