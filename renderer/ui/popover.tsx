import { Popover as Base } from '@base-ui/react/popover';
import type { JSX, ReactElement, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import popup from './popup.module.css';

export interface PopoverProps {
  /** The control that opens it: one element that takes a ref and events. */
  readonly trigger: ReactElement;
  readonly label: string;
  readonly align?: 'start' | 'center' | 'end';
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  readonly children: ReactNode;
}

export function Popover(props: PopoverProps): JSX.Element {
  const { trigger, label, align = 'start', open, onOpenChange, children } = props;
  return (
    <Base.Root
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
    >
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={4} align={align} className={popup.layer}>
          <Base.Popup aria-label={label} className={classNames(popup.popup, popup.padded)}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
