/** What the page's side needs to know. */
export interface BridgeSetup {
  /** The name of the function that carries a call to the app; taken off the page at once. */
  readonly call: string;
  /** The name of the function by which the app's pushes come in. */
  readonly deliver: string;
}

type Function_ = (...args: unknown[]) => unknown;
type Preload = (require: (id: string) => unknown, module: object, exports: object) => void;

/**
 * Runs inside Chromium, as text: stands for Electron's side of a sandboxed preload. It runs in the page's own world (Chromium
 * gives us no other that can share functions), but what crosses is copied and frozen as `contextBridge` does.
 */
export function pageBridge(setup: BridgeSetup, preload: Preload): void {
  const page = globalThis as unknown as Record<string, unknown>;
  const call = page[setup.call] as (name: string, args: unknown[]) => Promise<object>;
  Reflect.deleteProperty(page, setup.call);
  if (globalThis.top !== globalThis.self) return;
  const listeners = new Map<string, Set<Function_>>();
  const cross = (value: unknown): unknown => {
    if (typeof value === 'function') {
      const original = value as Function_;
      return (...args: unknown[]) => {
        const result = original(...args.map(cross));
        return result instanceof Promise ? result.then(cross) : cross(result);
      };
    }
    if (typeof value !== 'object' || value === null) return value;
    const plain = Object.getPrototypeOf(value) === Object.prototype;
    if (!plain && !Array.isArray(value)) return structuredClone(value);
    const copy = Array.isArray(value)
      ? value.map(cross)
      : Object.fromEntries(Object.entries(value).map(([key, part]) => [key, cross(part)]));
    return Object.freeze(copy);
  };
  const ipcRenderer = {
    invoke: async (name: string, ...args: unknown[]) => {
      const crossed = await call(name, structuredClone(args));
      if ('value' in crossed) return crossed.value;
      const reason = 'error' in crossed ? String(crossed.error) : 'no value';
      throw new Error(`Error invoking remote method '${name}': ${reason}`);
    },
    on: (name: string, listener: Function_) =>
      void listeners.set(name, (listeners.get(name) ?? new Set()).add(listener)),
    off: (name: string, listener: Function_) => listeners.get(name)?.delete(listener),
  };
  const contextBridge = {
    exposeInMainWorld: (name: string, api: unknown) => {
      if (name in page)
        throw new Error(`Cannot bind an API on top of an existing property: ${name}`);
      Object.defineProperty(page, name, { value: cross(api), enumerable: true });
    },
  };
  Object.defineProperty(page, setup.deliver, {
    value: (name: string, args: unknown[]) => {
      for (const listener of listeners.get(name) ?? []) listener({ secret: 'event' }, ...args);
    },
  });
  const require = (id: string): unknown => {
    if (id === 'electron') return { contextBridge, ipcRenderer };
    throw new Error(`module not found: ${id}`);
  };
  const module = { exports: {} };
  preload(require, module, module.exports);
}

/** The text that Chromium runs before anything of the page. */
export function bridgeScript(setup: BridgeSetup, preload: string): string {
  const wrapped = `function (require, module, exports) {\n${preload}\n}`;
  return `(${pageBridge.toString()})(${JSON.stringify(setup)}, ${wrapped});`;
}
