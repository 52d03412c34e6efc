import { Menu as Base } from '@base-ui/react/menu';
import { Fragment, type JSX, type ReactElement, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { keyWords } from './key-words.ts';
import popup from './popup.module.css';

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly keys?: string;
  readonly disabled?: boolean;
  /** Why it can't be chosen. */
  readonly reason?: string | null;
  /** Begins a new part of the menu. */
  readonly apart?: boolean;
  readonly onChoose: () => void;
}

export interface MenuProps {
  readonly trigger: ReactElement;
  readonly entries: readonly MenuEntry[];
  readonly align?: 'start' | 'center' | 'end';
}

export function Menu({ trigger, entries, align = 'start' }: MenuProps): JSX.Element {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={4} align={align} className={popup.layer}>
          <Base.Popup className={classNames(popup.popup, popup.list)}>
            {entries.map((entry) => (
              <Fragment key={entry.id}>
                {entry.apart === true ? <Base.Separator className={popup.separator} /> : null}
                <Base.Item
                  disabled={entry.disabled === true || entry.reason != null}
                  onClick={entry.onChoose}
                  className={popup.item}
                >
                  <span className={popup.check}>{entry.icon}</span>
                  <span>
                    {entry.label}
                    {entry.reason == null ? null : (
                      <span className={popup.reason}>{entry.reason}</span>
                    )}
                  </span>
                  {entry.keys === undefined ? null : (
                    <kbd className={popup.keys}>{keyWords(entry.keys)}</kbd>
                  )}
                </Base.Item>
              </Fragment>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
