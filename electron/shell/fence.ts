import type { App, Session } from 'electron';
import { appScheme } from './app-origin.ts';
import { answerNetworkQuestions } from './certificates.ts';
import { guardContents } from './navigation.ts';
import { guardNetwork } from './network-guard.ts';
import { guardPermissions } from './permissions.ts';

/** What Chromium would fetch or report by itself (security.md A8). */
const chatter = [
  'disable-background-networking',
  'disable-component-update',
  'disable-domain-reliability',
  'disable-sync',
  'no-pings',
];

/** All that must stand before Electron is ready, and holds for every page that there will ever be. */
export function fenceApp(app: App): void {
  app.enableSandbox();
  for (const name of chatter) app.commandLine.appendSwitch(name);
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
  // A proxy that asks gets no password: integrated sign-in (Kerberos, NTLM) does not pass here.
  answerNetworkQuestions(app, () => null);
}

/** All that must stand before the first page is loaded into the window's session. */
export function fenceSession(
  session: Session,
  serve: (request: Request) => Promise<Response>,
): void {
  guardPermissions(session);
  guardNetwork(session);
  session.protocol.handle(appScheme, serve);
}
