import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { Problem } from './Problem.tsx';

export interface ConfirmDialogProps {
  readonly title: string;
  readonly isOpen?: boolean;
  readonly onClose: () => void;
  /** What the button says that leaves everything as it is. */
  readonly stay: string;
  readonly act: string;
  readonly onAct: () => void;
  /** `danger` for what takes something away. */
  readonly kind?: 'primary' | 'danger';
  /** The command that acting gives, when it gives one: while it runs there is no second press, and its refusal is shown. */
  readonly command?: { readonly isPending: boolean; readonly error: Error | null };
  readonly children: ReactNode;
}

/** One question before something that is not taken back, with two answers. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, isOpen = true, onClose, stay, act, onAct, kind = 'danger', command, children } = props;
  return (
    <Dialog
      alert
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{stay}</Button>
          <Button kind={kind} isDisabled={command?.isPending ?? false} onPress={onAct}>
            {act}
          </Button>
        </>
      }
    >
      <div className="tg-stack">
        {children}
        {command?.error && <Problem error={command.error} compact />}
      </div>
    </Dialog>
  );
}
