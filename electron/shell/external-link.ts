/**
 * An address that may be handed to the system, written anew from its parsed form; null for anything else. Handing on a raw
 * text would start programs (`ms-msdt:`, `smb:`, UNC paths): only `https:` and `mailto:` go out (security.md 15).
 */
export function safeLink(text: string): string | null {
  // Control characters vanish while parsing, and then two readers see two addresses.
  if (/[\u0000-\u0020\u007f\\]/.test(text)) return null;
  const url = URL.parse(text);
  if (url === null) return null;
  if (url.protocol === 'mailto:') return /^[^?]+@[^?]+$/.test(url.pathname) ? url.href : null;
  const plain = url.username === '' && url.password === '' && url.hostname !== '';
  return url.protocol === 'https:' && plain ? url.href : null;
}
