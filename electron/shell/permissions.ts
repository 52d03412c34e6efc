import type { Session } from 'electron';
import { isOurAddress } from './app-origin.ts';

/** The one thing a page may ask for: to put text onto the clipboard after a click. */
const granted: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/** Whether a permission is given. Denies what it does not know, and every frame but our top one (security.md 5). */
export function mayHave(permission: string, address: string, isMainFrame: boolean): boolean {
  return isMainFrame && granted.has(permission) && isOurAddress(address);
}

export type PermissionSession = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'setUSBProtectedClassesHandler'
  | 'setBluetoothPairingHandler'
>;

/** Answers every kind of permission question that Electron asks. */
export function guardPermissions(session: PermissionSession): void {
  session.setPermissionRequestHandler((_contents, permission, decide, details) =>
    decide(mayHave(permission, details.requestingUrl, details.isMainFrame)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin, details) =>
    mayHave(permission, origin, details.isMainFrame),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, decide) => decide(null));
  session.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses);
  session.setBluetoothPairingHandler((_details, decide) => decide({ confirmed: false }));
}
