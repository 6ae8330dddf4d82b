import { useEffect, useRef, type ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { legibleLine } from '../../shared/audit/legible.ts';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons, the one that acts last. */
  readonly actions: ReactNode;
  readonly wide?: boolean;
  /** For what destroys: read out at once. */
  readonly alert?: boolean;
}

/** Only for signing and destroying; reading never needs one. What was typed into it does not go by a click beside it. */
export function Dialog({ title, isOpen, onClose, children, actions, wide, alert }: DialogProps) {
  const dialog = useRef<HTMLElement>(null);
  const isTypedInto = useRef(false);
  // The button that was pressed goes, or rests while it works: the keyboard stays here, and Escape still closes.
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const focused = document.activeElement;
      if (focused === document.body || focused?.matches(':disabled')) dialog.current?.focus();
    });
    return () => cancelAnimationFrame(frame);
  });
  const close = () => {
    isTypedInto.current = false;
    onClose();
  };
  return (
    <ModalOverlay
      className="tg-veil"
      isOpen={isOpen}
      isDismissable
      shouldCloseOnInteractOutside={() => !isTypedInto.current}
      onOpenChange={(open) => {
        if (!open) close();
      }}
    >
      <Modal className="tg-modal" data-wide={wide || undefined}>
        <AriaDialog ref={dialog} className="tg-dialog" role={alert ? 'alertdialog' : 'dialog'}>
          <header className="tg-dialog-head">
            <Heading slot="title" level={2}>
              {legibleLine(title)}
            </Heading>
          </header>
          <div
            className="tg-dialog-body"
            onInput={() => {
              isTypedInto.current = true;
            }}
          >
            {children}
          </div>
          <footer className="tg-dialog-foot">{actions}</footer>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
