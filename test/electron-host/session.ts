import type { CustomScheme } from 'electron';
import { Lacking, strict } from './strict.ts';

type Serve = (request: Request) => Response | Promise<Response>;
type BeforeRequest = (
  details: { readonly url: string },
  decide: (answer: { cancel?: boolean }) => void,
) => void;
type Check = (
  contents: null,
  permission: string,
  origin: string,
  details: { readonly isMainFrame: boolean },
) => boolean;

/** Electron's `Session`, one per partition: who answers the pages' requests, and what they may do. */
export class HostSession {
  readonly partition: string;
  readonly #serve = new Map<string, Serve>();
  #beforeRequest: BeforeRequest | null = null;
  #check: Check | null = null;
  readonly handlers: string[] = [];

  readonly protocol = {
    handle: (scheme: string, serve: Serve): void => {
      if (this.#serve.has(scheme)) throw new Error(`The scheme ${scheme} is already handled`);
      this.#serve.set(scheme, serve);
    },
  };
  readonly webRequest = {
    onBeforeRequest: (listener: BeforeRequest): void => {
      this.#beforeRequest = listener;
    },
  };

  constructor(partition: string) {
    this.partition = partition;
  }

  /** On Node's own network. */
  readonly fetch = (address: string, init?: RequestInit): Promise<Response> => fetch(address, init);

  setSpellCheckerEnabled(enabled: boolean): void {
    if (enabled) throw new Lacking('The stand-in checks no spelling');
  }
  setPermissionRequestHandler(): void {
    this.handlers.push('request');
  }
  setPermissionCheckHandler(check: Check): void {
    this.#check = check;
  }
  setDevicePermissionHandler(): void {
    this.handlers.push('device');
  }
  setDisplayMediaRequestHandler(): void {
    this.handlers.push('display');
  }
  setUSBProtectedClassesHandler(): void {
    this.handlers.push('usb');
  }
  setBluetoothPairingHandler(): void {
    this.handlers.push('bluetooth');
  }

  /** Whether the app lets a page have a permission. */
  allows(permission: string, origin: string): boolean {
    return this.#check?.(null, permission, origin, { isMainFrame: true }) ?? true;
  }

  /** Whether the app lets a request go. */
  lets(url: string): Promise<boolean> {
    const guard = this.#beforeRequest;
    if (guard === null) return Promise.resolve(true);
    return new Promise((resolve) => guard({ url }, ({ cancel }) => resolve(cancel !== true)));
  }

  /** The app's own answer; null where it does not speak for the scheme. */
  async answer(request: Request): Promise<Response | null> {
    const serve = this.#serve.get(new URL(request.url).protocol.slice(0, -1));
    return serve === undefined ? null : serve(request);
  }
}

/** Electron's `session` and `protocol`. */
export function sessionApi() {
  const partitions = new Map<string, HostSession>();
  const schemes: CustomScheme[] = [];
  return {
    session: {
      fromPartition: (partition: string): HostSession => {
        const known = partitions.get(partition);
        if (known !== undefined) return known;
        const made = strict('Session', new HostSession(partition));
        partitions.set(partition, made);
        return made;
      },
    },
    protocol: {
      registerSchemesAsPrivileged: (more: CustomScheme[]): void => void schemes.push(...more),
    },
    schemes,
  };
}
