import type { MenuItemConstructorOptions } from 'electron';
import type { Records } from './records.ts';

/** An entry of a menu, as far as tests look at it. */
export class HostMenuItem {
  readonly label: string;
  readonly type: string;
  readonly role: string | undefined;
  readonly enabled: boolean;
  readonly accelerator: string | undefined;
  checked: boolean;
  readonly submenu: HostMenu | null;
  readonly #click: (() => void) | undefined;

  constructor(options: MenuItemConstructorOptions) {
    const { submenu } = options;
    this.label = options.label ?? options.role ?? '';
    this.type = options.type ?? (submenu === undefined ? 'normal' : 'submenu');
    this.role = options.role;
    this.enabled = options.enabled ?? true;
    this.accelerator = options.accelerator;
    this.checked = options.checked ?? false;
    this.submenu = Array.isArray(submenu) ? new HostMenu(submenu) : null;
    this.#click = options.click as (() => void) | undefined;
    if (this.type !== 'separator' && this.label === '')
      throw new TypeError('A menu entry needs a label or a role');
  }

  /** What a person's click does; a greyed entry does nothing. */
  press(): void {
    if (!this.enabled) throw new Error(`"${this.label}" is greyed out`);
    if (this.type === 'checkbox') this.checked = !this.checked;
    this.#click?.();
  }
}

/** A menu as it was built; it does not change afterwards. */
export class HostMenu {
  readonly items: readonly HostMenuItem[];

  constructor(template: readonly MenuItemConstructorOptions[]) {
    this.items = template.map((options) => new HostMenuItem(options));
  }

  /** The entry at the end of a path of labels. */
  find(path: readonly string[]): HostMenuItem {
    const [label, ...rest] = path;
    const item = this.items.find((one) => one.label === label);
    if (item === undefined) throw new Error(`The menu has no "${path.join(' > ')}"`);
    if (rest.length === 0) return item;
    if (item.submenu === null) throw new Error(`"${item.label}" opens no menu`);
    return item.submenu.find(rest);
  }

  /** The menu as lines of text, entries of submenus set in. */
  lines(indent = ''): string[] {
    return this.items.flatMap((item) => {
      if (item.type === 'separator') return [`${indent}---`];
      const mark = item.type === 'checkbox' ? (item.checked ? '[x] ' : '[ ] ') : '';
      const own = `${indent}${mark}${item.label}${item.enabled ? '' : ' (off)'}`;
      return [own, ...(item.submenu?.lines(`${indent}  `) ?? [])];
    });
  }
}

/** Electron's `Menu`. */
export function menuApi(records: Records) {
  return {
    buildFromTemplate: (template: MenuItemConstructorOptions[]) => new HostMenu(template),
    setApplicationMenu: (menu: HostMenu | null) => {
      records.menu = menu;
    },
  };
}
