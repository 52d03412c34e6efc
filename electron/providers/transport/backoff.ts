/** Full jitter: anywhere between nothing and the exponential bound, so that many clients never come back together. */
export function backoffMs(
  attempt: number,
  random: number,
  { baseMs, capMs }: { readonly baseMs: number; readonly capMs: number },
): number {
  return Math.floor(random * Math.min(capMs, baseMs * 2 ** attempt));
}
