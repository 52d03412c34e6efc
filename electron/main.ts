/**
 * The app's composition root: wires the system to the shell and the shell to the program, and decides nothing. Nothing here
 * is awaited at the top level: Electron is not ready before this file has been read to its end.
 */
import { homedir } from 'node:os';
import { join } from 'node:path';
import {
  app,
  crashReporter,
  ipcMain,
  Menu,
  nativeTheme,
  net,
  powerMonitor,
  protocol,
} from 'electron';
import { startRunningApp } from '#running-app';
import { run } from './cli/program.ts';
import { systemClock, systemRandom } from './cli/system-ports.ts';
import { openDoor } from './ipc/door.ts';
import { createPushes, type Pushes } from './ipc/pushes.ts';
import { appMenu } from './shell/app-menu.ts';
import { isOurs } from './shell/app-origin.ts';
import { schemes } from './shell/app-scheme.ts';
import { keepDumpsHere } from './shell/crash-dumps.ts';
import { fenceApp } from './shell/fence.ts';
import { followProgram } from './shell/follow-program.ts';
import { launchOptions } from './shell/launch-options.ts';
import type { MainWindow } from './shell/main-window.ts';
import { places } from './shell/places.ts';
import { followPower } from './shell/power.ts';
import type { Program } from './shell/program.ts';
import { quitInOrder } from './shell/quit.ts';
import { becomeTheOnlyOne } from './shell/single-instance.ts';
import { systemDesktop } from './shell/system-desktop.ts';
import { systemNotifier } from './shell/system-notifier.ts';
import { systemTray } from './shell/system-tray.ts';
import { systemWindow } from './shell/system-window.ts';
import { carryOut, type TrayReach } from './shell/tray-deeds.ts';

const options = launchOptions(process.argv.slice(app.isPackaged ? 1 : 2));
const directory = options.profile ?? process.env['UMBRA_PROFILE'] ?? join(homedir(), '.umbra');
const surroundings = {
  environment: process.env,
  clock: systemClock,
  random: systemRandom,
  // Chromium's network: the company's proxy and certificates hold for us as for its browser.
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
    print: (text) => process.stdout.write(`${text}\n`),
    remark: (text) => process.stderr.write(`${text}\n`),
  });
  app.exit(code);
}

function startApp(): void {
  const here = places(app.getAppPath());
  const window = Promise.withResolvers<MainWindow>();
  const show = (): void => void window.promise.then((it) => it.show());
  if (!becomeTheOnlyOne(app, show)) return;
  void app.whenReady().then(async () => {
    await keepDumpsHere(crashReporter, app.getPath('crashDumps'));
    await openApp(here, window.resolve);
    if (!options.quiet) show();
  });
  app.on('activate', show);
}

/** Everything that stands while the app runs, in the order in which each needs the one before. */
async function openApp(
  here: ReturnType<typeof places>,
  ready: (window: MainWindow) => void,
): Promise<void> {
  const ending = new AbortController();
  const notifier = systemNotifier((route) => reach.show(route));
  const window = systemWindow({
    places: here,
    clock: systemClock,
    explainTray: () => notifier.tell('Umbra goes on', stillHere),
    flush: () => void program.close(),
  });
  const desktop = systemDesktop(() => window.current());
  const program = await startRunningApp({
    directory,
    surroundings,
    desktop,
    sample: options.sample,
  });
  const pushes = createPushes(() => window.current()?.webContents ?? null);
  const reach = trayReach(program, window, pushes);
  const { handlers } = program;
  openDoor({ inbox: ipcMain, handlers, isOurs, report });
  const click = (deed: Parameters<typeof carryOut>[0]): void =>
    void carryOut(deed, reach).catch((error: unknown) => report(deed.do, 'failed', error));
  const tray = systemTray(here.trayIcons, click);
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      appMenu(process.platform, { ...reach, syncNow: () => click({ do: 'syncNow' }) }),
    ),
  );
  followMachine(program);
  quitInOrder({
    app,
    clock: systemClock,
    letGo: () => window.letGo(),
    close: () => {
      ending.abort();
      return program.close();
    },
  });
  void followProgram({
    program,
    clock: systemClock,
    tray,
    notifier,
    pushes,
    signal: ending.signal,
    applySettings: ({ theme, contentProtection }) => {
      nativeTheme.themeSource = theme;
      window.protectContent(contentProtection);
    },
  });
  ready(window);
}

function trayReach({ handlers }: Program, window: MainWindow, pushes: Pushes): TrayReach {
  return {
    handlers,
    open: () => window.show(),
    show: (route) => {
      window.show();
      pushes.navigate(route);
    },
    quit: () => app.quit(),
  };
}

function followMachine(program: Program): void {
  followPower({
    events: powerMonitor,
    clock: systemClock,
    random: systemRandom,
    isOnline: () => net.isOnline(),
    sleep: () => program.sleep(),
    wake: () => program.wake(),
    flush: () => void program.close(),
  });
}

/** A mistake of ours, for whoever started us from a terminal: its place, never anybody's words. */
function report(where: string, what: string, error?: unknown): void {
  const place =
    error instanceof Error ? (error.stack?.split('\n').slice(1, 4).join('\n') ?? '') : '';
  process.stderr.write(`umbra: ${where} ${what}${place === '' ? '' : `\n${place}`}\n`);
}

const stillHere =
  'Closing the window leaves it in the tray, so that your calendars stay in step. Quit it there.';
