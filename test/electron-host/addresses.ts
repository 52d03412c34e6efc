/**
 * Chromium does not know the scheme `app`, so its pages see `https://umbra.app.invalid/` where the app sees
 * `app://umbra/`. `.invalid` is resolved by nobody.
 */
const outside = 'app://umbra';
const inside = 'https://umbra.app.invalid';

/** The app's spelling of what Chromium calls it. */
export function toApp(address: string): string {
  return address === inside || address.startsWith(`${inside}/`)
    ? outside + address.slice(inside.length)
    : address;
}

/** Chromium's spelling of what the app calls it. */
export function toBrowser(address: string): string {
  return address === outside || address.startsWith(`${outside}/`)
    ? inside + address.slice(outside.length)
    : address;
}

/** The origin that Electron would give a frame. */
export function originOf(address: string): string {
  const ours = address === outside || address.startsWith(`${outside}/`);
  return ours ? outside : (URL.parse(address)?.origin ?? 'null');
}
