import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import type { HostMenu } from './menu.ts';

/** Electron's `Tray`: keeps what was set last. */
export class HostTray extends EventEmitter {
  image: string;
  toolTip = '';
  menu: HostMenu | null = null;

  constructor(image: string) {
    super();
    this.image = existing(image);
  }

  setImage(image: string): void {
    this.image = existing(image);
  }

  setToolTip(toolTip: string): void {
    this.toolTip = toolTip;
  }

  setContextMenu(menu: HostMenu | null): void {
    this.menu = menu;
  }
}

/** Electron throws where it can't read the file. */
function existing(image: string): string {
  if (!existsSync(image)) throw new Error(`Failed to load image from path '${image}'`);
  return image;
}
