import { EventEmitter } from 'node:events';
import type { Frame } from 'playwright-core';
import { originOf, toApp } from './addresses.ts';

/** What an IPC call looks like once it has crossed. */
export type Crossed = { readonly value: unknown } | { readonly error: string };

type Handler = (event: unknown, ...args: unknown[]) => unknown;

/** Electron's `ipcMain`: both directions pass a structured clone. */
export class HostIpcMain extends EventEmitter {
  readonly #handlers = new Map<string, Handler>();

  handle(name: string, handler: Handler): void {
    if (this.#handlers.has(name))
      throw new Error(`Attempted to register a second handler for '${name}'`);
    this.#handlers.set(name, handler);
  }

  /** The open channels. */
  channels(): string[] {
    return [...this.#handlers.keys()];
  }

  /** Carries a call from a frame to its handler and the result back. */
  async carry(frame: Frame, name: string, args: readonly unknown[]): Promise<Crossed> {
    const handler = this.#handlers.get(name);
    if (handler === undefined) return { error: `No handler registered for '${name}'` };
    try {
      const result = await handler({ senderFrame: frameOf(frame) }, ...structuredClone(args));
      return { value: structuredClone(result) };
    } catch (error) {
      return { error: String(error) };
    }
  }
}

/** Electron's `WebFrameMain`, as far as the app reads it. */
function frameOf(frame: Frame): object {
  const parent = frame.parentFrame();
  const url = toApp(frame.url());
  return {
    url,
    origin: originOf(url),
    parent: parent === null ? null : frameOf(parent),
    detached: frame.isDetached(),
  };
}
