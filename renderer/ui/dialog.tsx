import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { JSX, ReactNode } from 'react';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import popup from './popup.module.css';

export interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly description?: string;
  readonly wide?: boolean;
  /** The buttons at its foot, the one thing to do last. */
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
  readonly onClose: () => void;
}

export function Dialog(props: DialogProps): JSX.Element {
  const { open, title, description, wide = false, actions, children, onClose } = props;
  return (
    <Base.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
    >
      <Base.Portal>
        <Base.Backdrop className={popup.backdrop} />
        <Base.Popup className={classNames(popup.popup, popup.dialog, wide && popup.wide)}>
          <Base.Title className={popup.title}>{title}</Base.Title>
          {description === undefined ? null : (
            <Base.Description className={popup.description}>{description}</Base.Description>
          )}
          {children === undefined ? null : <div className={popup.body}>{children}</div>}
          {actions === undefined ? null : <div className={popup.actions}>{actions}</div>}
          {/* Last, since the focus begins with what comes first. */}
          <div className={popup.close}>
            <Base.Close
              render={
                <Button look="quiet" size="small" aria-label="Close" icon={<X size={14} />} />
              }
            />
          </div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
