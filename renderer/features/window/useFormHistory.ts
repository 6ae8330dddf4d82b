import { useEffect, useState } from 'react';
import { changed, newHistory, redone, undone, type History } from '../../../shared/view/formHistory.ts';
import type { WindowForm } from '../../../shared/view/windowForm.ts';

export interface FormHistory {
  readonly form: WindowForm;
  readonly change: (part: Partial<WindowForm>) => void;
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
}

/** Fields that undo their own letters. */
function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, [contenteditable]') !== null;
}

/** The form and its way back; Ctrl+Z and Ctrl+Y go it outside of text fields. */
export function useFormHistory(first: WindowForm, kept: WindowForm | null): FormHistory {
  const [history, setHistory] = useState<History<WindowForm>>(() =>
    kept === null ? newHistory(first) : changed(newHistory(first), kept, '', 0),
  );
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isWriting(event.target)) return;
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      setHistory(key === 'y' || event.shiftKey ? redone : undone);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  return {
    form: history.now,
    change: (part) => {
      const at = Date.now();
      setHistory((old) => changed(old, { ...old.now, ...part }, Object.keys(part).join(), at));
    },
    undo: history.past.length > 0 ? () => setHistory(undone) : null,
    redo: history.future.length > 0 ? () => setHistory(redone) : null,
  };
}
