/**
 * Who may call (security.md 17): the top frame of our own origin, alive at the moment of the call. An empty or
 * `about:blank` address is nobody's. Electron's `WebFrameMain` fits; a vanished frame is null.
 */
export interface CallingFrame {
  readonly url: string;
  readonly origin: string;
  readonly parent: unknown;
  readonly detached: boolean;
}

/** Says whether a frame is the window's own page. */
export function mayCall(
  frame: CallingFrame | null | undefined,
  isOurs: (url: string, origin: string) => boolean,
): boolean {
  if (frame === null || frame === undefined) return false;
  return frame.parent === null && !frame.detached && isOurs(frame.url, frame.origin);
}
