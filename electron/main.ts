/**
 * The app's composition root: wires the system to the shell and the shell to the program, and decides nothing. Nothing here
 * is awaited at the top level: Electron is not ready before this file has been read to its end.
 */
import { homedir } from 'node:os';
import { join } from 'node:path';
import {
  app,
  crashReporter,
  dialog,
  ipcMain,
  net,
  powerMonitor,
  protocol,
  safeStorage,
  session,
} from 'electron';
import { UserError } from '../shared/errors/errors.ts';
import { resolvePolicy } from '../shared/policy/resolve.ts';
import { electronKeyStore } from './accounts/electron-key-store.ts';
import { openDoor } from './ipc/door.ts';
import { createPushes, type Pushes } from './ipc/pushes.ts';
import { startRunningApp, type RunningProgram } from './ipc/start-running-app.ts';
import { systemPolicies } from './policy/system-policies.ts';
import { nameProblem } from './profile/profile-problems.ts';
import { givenByPolicy } from './profile/given-by-policy.ts';
import type { SignInGiven } from './profile/sign-in-choices.ts';
import { systemClock, systemRandom } from './profile/system-ports.ts';
import { isOurs } from './shell/app-origin.ts';
import { schemes } from './shell/app-scheme.ts';
import { closedWords } from './shell/closed-words.ts';
import { keepDumpsHere } from './shell/crash-dumps.ts';
import { engineNetwork } from './shell/engine-network.ts';
import { fenceApp } from './shell/fence.ts';
import { followProgram } from './shell/follow-program.ts';
import { runHeadless } from './shell/headless.ts';
import { launchOptions } from './shell/launch-options.ts';
import { openedAtLogin } from './shell/login-item.ts';
import type { MainWindow } from './shell/main-window.ts';
import { catchMistakes } from './shell/mistakes.ts';
import { places } from './shell/places.ts';
import { followPower } from './shell/power.ts';
import { presence } from './shell/presence.ts';
import { obeyProxy } from './shell/proxy.ts';
import { quitInOrder } from './shell/quit.ts';
import { report } from './shell/report.ts';
import { becomeTheOnlyOne } from './shell/single-instance.ts';
import { startProblem } from './shell/start-problem.ts';
import { systemDesktop } from './shell/system-desktop.ts';
import { setSystemMenu } from './shell/system-menu.ts';
import { systemNotifier } from './shell/system-notifier.ts';
import { applySettings } from './shell/system-settings.ts';
import { systemTray } from './shell/system-tray.ts';
import { systemWindow } from './shell/system-window.ts';
import { trayClicks } from './shell/tray-deeds.ts';
import { packagedClients, wireKeychain, type WiredKeychain } from './wire-keychain.ts';

const options = launchOptions(process.argv.slice(app.isPackaged ? 1 : 2));
const directory = options.profile ?? process.env['UMBRA_PROFILE'] ?? join(homedir(), '.umbra');
const clock = systemClock;
const surroundings = {
  environment: process.env,
  clock,
  random: systemRandom,
  fetch: engineNetwork((name, how) => session.fromPartition(name, how)),
  systemZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
  policy: systemPolicies(process.platform),
};
const here = places(app.getAppPath());

app.setName('Umbra');
app.setAppUserModelId('app.umbra.desktop');
app.setPath('userData', join(directory, 'window'));
protocol.registerSchemesAsPrivileged(schemes);
fenceApp(app);
catchMistakes(process, report);
if (options.headless === null) startApp();
else void app.whenReady().then(() => runCommand(options.headless ?? []));

/** What the system's keychain holds for a profile. */
function keychainOf(
  folder: string,
  openLink: (url: string) => Promise<void>,
  given: SignInGiven,
): Promise<WiredKeychain> {
  const keyStore = electronKeyStore(safeStorage, process.platform);
  return wireKeychain({ directory: folder, surroundings, keyStore, openLink, given: () => given });
}

/** What policy and package say about signing in and about the way out: as it is when the program starts. */
async function givenAtStart(): Promise<SignInGiven> {
  const policy = resolvePolicy(await surroundings.policy.read());
  await obeyProxy(() => session.fromPartition('engine', { cache: false }), policy.values);
  return givenByPolicy(policy, packagedClients(here.clients));
}

/** The verbs of `umbra`. Nobody is there to sign in. */
async function runCommand(line: readonly string[]): Promise<void> {
  const given = await givenAtStart();
  const noBrowser = (): Promise<void> => Promise.reject(new Error('headless'));
  return runHeadless(app, line, {
    surroundings,
    defaultDirectory: directory,
    version: app.getVersion(),
    keychain: async (folder) => {
      const { signIn, vault } = await keychainOf(folder, noBrowser, given);
      return {
        vault,
        oauthTokens: (account) => signIn.tokens(account),
        signOut: (account, signal) => signIn.forget(account, signal),
      };
    },
    removeAutostart: async () => {
      await systemDesktop(() => null).startAtLogin(false);
    },
  });
}

/** One process, one window, one program. */
function startApp(): void {
  const opened = Promise.withResolvers<MainWindow>();
  const show = (): void => void opened.promise.then((window) => window.show());
  if (!becomeTheOnlyOne(app, show)) return;
  app.on('activate', show);
  void app
    .whenReady()
    .then(() => keepDumpsHere(crashReporter, app.getPath('crashDumps')))
    .then(openApp)
    .then((window) => {
      opened.resolve(window);
      if (!options.quiet && !openedAtLogin(process.platform, app)) window.show();
    })
    .catch((error: unknown) => {
      report('start', 'failed', error);
      const named = error instanceof UserError ? error : nameProblem(error, directory);
      const { title, text } = startProblem(named);
      dialog.showErrorBox(title, text);
      app.exit(1);
    });
}

/** Everything that stands while the app runs, each after what it needs. */
async function openApp(): Promise<MainWindow> {
  const pushes = createPushes(() => window.current()?.webContents ?? null);
  const notifier = systemNotifier((route) => window.show(route));
  const closed = closedWords(process.platform);
  const window = systemWindow({
    places: here,
    clock,
    navigate: (route) => pushes.navigate(route),
    explainTray: () => notifier.tell(closed.title, closed.body),
    session: {
      sleep: () => program.sleep(),
      wake: () => program.wake(),
      flush: () => void program.flush(),
    },
  });
  const desktop = systemDesktop(() => window.current());
  const given = await givenAtStart();
  const program = await startRunningApp({
    directory,
    surroundings,
    desktop,
    given: () => given,
    sample: options.sample,
    version: app.getVersion(),
    ...(await keychainOf(directory, (url) => desktop.openLink(url), given)),
    presence: () => presence(powerMonitor),
    onMistake: (error) => report('program', 'failed', error),
  });
  const click = trayClicks({
    handlers: program.handlers,
    open: () => window.show(),
    show: (route) => window.show(route),
    quit: () => app.quit(),
    failed: (what, error) => report(what, 'failed', error),
  });
  openDoor({ inbox: ipcMain, handlers: program.handlers, isOurs, report });
  setSystemMenu(click);
  followMachine(program);
  live(program, window, pushes, notifier, systemTray(here.trayIcons, click));
  return window;
}

/** Keeps what is seen in step with the program until the app quits. */
function live(
  program: RunningProgram,
  window: MainWindow,
  pushes: Pushes,
  notifier: ReturnType<typeof systemNotifier>,
  tray: ReturnType<typeof systemTray>,
): void {
  const ending = new AbortController();
  void followProgram({
    program,
    clock,
    tray,
    notifier,
    pushes,
    applySettings: (settings) => applySettings(settings, window),
    signal: ending.signal,
  });
  quitInOrder({
    app,
    clock,
    letGo: () => window.letGo(),
    close: () => {
      ending.abort(new Error('quitting'));
      return program.close();
    },
  });
}

/** Sleeps, wakes and ends with the machine. */
function followMachine(program: RunningProgram): void {
  followPower({
    events: powerMonitor,
    clock,
    random: systemRandom,
    isOnline: () => net.isOnline(),
    sleep: () => program.sleep(),
    wake: () => program.wake(),
    flush: () => void program.flush(),
  });
}
