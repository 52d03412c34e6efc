import { EventEmitter } from 'node:events';

/** Electron's `Notification`: shown, until a test clicks or closes it. */
export class HostNotification extends EventEmitter {
  readonly title: string;
  readonly body: string;
  shown = false;

  static isSupported(): boolean {
    return true;
  }

  constructor(options: { readonly title: string; readonly body: string }) {
    super();
    this.title = options.title;
    this.body = options.body;
  }

  show(): void {
    this.shown = true;
    this.emit('show', {});
  }

  close(): void {
    this.emit('close', {});
  }
}
