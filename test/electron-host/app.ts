import { EventEmitter } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LoginItemSettings, Settings } from 'electron';

/** An event that the app may hold up. */
export class HostEvent {
  defaultPrevented = false;
  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

/** Electron's `app`: paths, the single-instance lock, the way from start to quit. */
export class HostApp extends EventEmitter {
  readonly isPackaged = false;
  readonly dock = undefined;
  readonly switches: string[] = [];
  readonly commandLine = { appendSwitch: (name: string) => void this.switches.push(name) };
  sandboxed = false;
  name = 'Electron';
  appUserModelId = '';
  #ready = false;
  #quitting = false;
  readonly #whenReady = Promise.withResolvers<undefined>();
  readonly #paths = new Map<string, string>();
  readonly #root: string;
  readonly #closeAll: () => Promise<boolean>;

  constructor(root: string, closeAll: () => Promise<boolean>) {
    super();
    this.#root = root;
    this.#closeAll = closeAll;
  }

  enableSandbox(): void {
    this.#beforeReady('enableSandbox');
    this.sandboxed = true;
  }

  setName(name: string): void {
    this.name = name;
  }

  setAppUserModelId(id: string): void {
    this.appUserModelId = id;
  }

  getVersion(): string {
    const text = readFileSync(join(this.#root, 'package.json'), 'utf8');
    return (JSON.parse(text) as { version: string }).version;
  }

  getAppPath(): string {
    return this.#root;
  }

  setPath(name: string, path: string): void {
    this.#paths.set(name, path);
  }

  getPath(name: string): string {
    const own = this.#paths.get(name);
    if (own !== undefined) return own;
    const userData = this.#paths.get('userData') ?? join(tmpdir(), 'electron-host');
    switch (name) {
      case 'userData':
      case 'sessionData':
        return userData;
      case 'crashDumps':
        return join(userData, 'Crashpad');
      case 'home':
        return homedir();
      default:
        throw new Error(`Failed to get '${name}' path`);
    }
  }

  isReady(): boolean {
    return this.#ready;
  }

  whenReady(): Promise<undefined> {
    return this.#whenReady.promise;
  }

  /** The host calls this once the main file has been read to its end, as Electron does. */
  becomeReady(): void {
    this.#ready = true;
    this.emit('ready', {});
    this.#whenReady.resolve(undefined);
  }

  /** Per profile, as Electron's. The loser leaves a note that the winner watches for. */
  requestSingleInstanceLock(): boolean {
    const folder = this.getPath('userData');
    mkdirSync(folder, { recursive: true });
    const lock = join(folder, 'host-lock');
    if (existsSync(lock) && isAlive(Number(readFileSync(lock, 'utf8')))) {
      writeFileSync(join(folder, 'host-second'), JSON.stringify(process.argv));
      return false;
    }
    writeFileSync(lock, String(process.pid));
    process.once('exit', () => rmSync(lock, { force: true }));
    watch(folder, (_change, file) => {
      if (file !== 'host-second' || !existsSync(join(folder, file))) return;
      rmSync(join(folder, file), { force: true });
      this.emit('second-instance', new HostEvent(), process.argv, process.cwd());
    }).unref();
    return true;
  }

  getLoginItemSettings(): Pick<LoginItemSettings, 'openAtLogin'> {
    return { openAtLogin: false };
  }

  setLoginItemSettings(settings: Settings): void {
    throw new Error(`Login items are not for this system: ${JSON.stringify(settings)}`);
  }

  quit(): void {
    const event = new HostEvent();
    this.emit('before-quit', event);
    if (event.defaultPrevented || this.#quitting) return;
    this.#quitting = true;
    void this.#closeAll().then((closed) => {
      if (closed) this.exit(0);
    });
  }

  exit(code = 0): void {
    this.emit('quit', {}, code);
    this.emit('host-exit', code);
  }

  #beforeReady(what: string): void {
    if (this.#ready) throw new Error(`app.${what}() should be called before app is ready`);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
