import type { JSX, ReactNode } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

export interface ConfirmDialogProps {
  readonly open: boolean;
  readonly title: string;
  /** What will happen and what stays. */
  readonly description: string;
  /** The verb of the button: "Remove account", never "OK". */
  readonly verb: string;
  readonly danger?: boolean;
  readonly busy?: boolean;
  readonly children?: ReactNode;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

export function ConfirmDialog(props: ConfirmDialogProps): JSX.Element {
  const { open, title, description, verb, danger = false, busy = false } = props;
  return (
    <Dialog
      open={open}
      title={title}
      description={description}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button look={danger ? 'danger' : 'primary'} busy={busy} onClick={props.onConfirm}>
            {verb}
          </Button>
        </>
      }
    >
      {props.children}
    </Dialog>
  );
}
