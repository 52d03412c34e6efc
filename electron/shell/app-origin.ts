/**
 * The one origin that the window may be. Addresses are parsed, never compared by their beginning: `app://umbra.evil` begins
 * like ours. Node's URL knows no origin for schemes it does not know, so scheme and host are held against ours.
 */
export const appScheme = 'app';
export const appHost = 'umbra';
export const appOrigin = `${appScheme}://${appHost}`;
export const homePage = `${appOrigin}/index.html`;
/** Shown where the window's process died twice; see `crash.ts`. */
export const stoppedPage = `${appOrigin}/stopped.html`;

/** Whether an address lies in our origin. */
export function isOurAddress(address: string): boolean {
  const url = URL.parse(address);
  if (url === null) return false;
  const bare = url.username === '' && url.password === '' && url.port === '';
  return bare && url.protocol === `${appScheme}:` && url.host === appHost;
}

/** Whether a frame is ours: its address, and the origin that Chromium gave it (a sandboxed frame's is opaque). */
export function isOurs(address: string, origin: string): boolean {
  return origin === appOrigin && isOurAddress(address);
}
