import { X } from 'lucide-react';
import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as AriaToastRegion,
  Button as Pressable,
  Text,
} from 'react-aria-components';
import { Button } from './Button.tsx';
import { legibleLine } from '../../shared/audit/legible.ts';

export interface ToastNote {
  readonly text: string;
  /** Offered while the toast stands. */
  readonly undo?: () => void;
}

const queue = new ToastQueue<ToastNote>({ maxVisibleToasts: 3 });
/** Long enough to read a sentence twice. */
const STANDS_MS = 8_000;

/** Says in passing what happened; stands for eight seconds, or until the undo runs out. */
export function showToast(note: ToastNote, standsMs = STANDS_MS): void {
  queue.add({ ...note, text: legibleLine(note.text) }, { timeout: standsMs });
}

/** Where toasts appear; the frame mounts it once. */
export function ToastRegion() {
  return (
    <AriaToastRegion queue={queue} className="tg-toasts" aria-label="What just happened">
      {({ toast }) => (
        <AriaToast toast={toast} className="tg-toast">
          <ToastContent className="tg-toast-text">
            <Text slot="title">{toast.content.text}</Text>
          </ToastContent>
          {toast.content.undo && (
            <Button
              size="small"
              onPress={() => {
                toast.content.undo?.();
                queue.close(toast.key);
              }}
            >
              Undo
            </Button>
          )}
          <Pressable
            slot="close"
            aria-label="Dismiss"
            className="tg-button"
            data-kind="quiet"
            data-size="small"
            data-square
          >
            <X size={16} aria-hidden />
          </Pressable>
        </AriaToast>
      )}
    </AriaToastRegion>
  );
}
