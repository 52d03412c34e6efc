/**
 * The app's composition root: wires the system to the shell and the shell to the program, and decides nothing. Nothing here
 * is awaited at the top level: Electron is not ready before this file has been read to its end.
 */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { app, crashReporter, ipcMain, net, powerMonitor, protocol, safeStorage } from 'electron';
import { electronKeyStore } from './accounts/electron-key-store.ts';
import { run } from './cli/program.ts';
import { openDoor } from './ipc/door.ts';
import { createPushes, type Pushes } from './ipc/pushes.ts';
import { startRunningApp, type RunningProgram } from './ipc/start-running-app.ts';
import { systemClock, systemRandom } from './profile/system-ports.ts';
import { isOurs } from './shell/app-origin.ts';
import { schemes } from './shell/app-scheme.ts';
import { keepDumpsHere } from './shell/crash-dumps.ts';
import { fenceApp } from './shell/fence.ts';
import { followProgram } from './shell/follow-program.ts';
import { launchOptions } from './shell/launch-options.ts';
import type { MainWindow } from './shell/main-window.ts';
import { places } from './shell/places.ts';
import { followPower } from './shell/power.ts';
import { presence } from './shell/presence.ts';
import { quitInOrder } from './shell/quit.ts';
import { report } from './shell/report.ts';
import { becomeTheOnlyOne } from './shell/single-instance.ts';
import { systemDesktop } from './shell/system-desktop.ts';
import { setSystemMenu } from './shell/system-menu.ts';
import { systemNotifier } from './shell/system-notifier.ts';
import { applySettings } from './shell/system-settings.ts';
import { systemTray } from './shell/system-tray.ts';
import { systemWindow } from './shell/system-window.ts';
import { trayClicks } from './shell/tray-deeds.ts';
import { wireSignIn } from './wire-sign-in.ts';

const options = launchOptions(process.argv.slice(app.isPackaged ? 1 : 2));
const directory = options.profile ?? process.env['UMBRA_PROFILE'] ?? join(homedir(), '.umbra');
const clock = systemClock;
const surroundings = {
  environment: process.env,
  clock,
  random: systemRandom,
  // Chromium's network: a company's proxy and certificates hold for us as for its browser.
  fetch: (url: string, init?: RequestInit) => net.fetch(url, init),
  systemZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
};

app.setName('Umbra');
app.setAppUserModelId('app.umbra.desktop');
app.setPath('userData', join(directory, 'window'));
protocol.registerSchemesAsPrivileged(schemes);
fenceApp(app);
if (options.headless === null) startApp();
else void app.whenReady().then(() => runCommand(options.headless ?? []));

/** The verbs of `umbra`, without a window. */
async function runCommand(line: readonly string[]): Promise<void> {
  app.dock?.hide();
  const interrupt = new AbortController();
  app.on('before-quit', () => interrupt.abort(new Error('interrupted')));
  const code = await run(line, {
    surroundings,
    defaultDirectory: directory,
    interactive: process.stderr.isTTY,
    signal: interrupt.signal,
    removeAutostart: () => Promise.resolve(systemDesktop(() => null).startAtLogin(false)),
    print: (text) => process.stdout.write(`${text}\n`),
    remark: (text) => process.stderr.write(`${text}\n`),
  });
  app.exit(code);
}

/** One process, one window, one program. */
function startApp(): void {
  const opened = Promise.withResolvers<MainWindow>();
  const show = (): void => void opened.promise.then((window) => window.show());
  if (!becomeTheOnlyOne(app, show)) return;
  app.on('activate', show);
  if (!options.quiet) show();
  void app
    .whenReady()
    .then(() => keepDumpsHere(crashReporter, app.getPath('crashDumps')))
    .then(openApp)
    .then(opened.resolve, (error: unknown) => {
      report('start', 'failed', error);
      app.exit(1);
    });
}

/** Everything that stands while the app runs, each after what it needs. */
async function openApp(): Promise<MainWindow> {
  const here = places(app.getAppPath());
  const pushes = createPushes(() => window.current()?.webContents ?? null);
  const notifier = systemNotifier((route) => window.show(route));
  const window = systemWindow({
    places: here,
    clock,
    navigate: (route) => pushes.navigate(route),
    explainTray: () => notifier.tell('Umbra goes on in the tray', stillHere),
    flush: () => void program.close(),
  });
  const desktop = systemDesktop(() => window.current());
  const program = await startRunningApp({
    directory,
    surroundings,
    desktop,
    sample: options.sample,
    version: app.getVersion(),
    signIn: await wireSignIn({
      directory,
      surroundings,
      keyStore: electronKeyStore(safeStorage, process.platform),
      openLink: (url) => desktop.openLink(url),
      packaged: here.clients,
    }),
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
    flush: () => void program.close(),
  });
}

const stillHere =
  'Closing the window leaves it there, so that your calendars stay in step. To end it, choose Quit in its menu.';
