import { useAsk } from '../../api/AskContext.ts';
import { problemSentence } from '../../ui/Problem.tsx';
import { showToast } from '../../ui/Toast.tsx';

/** Says what was signed and offers to take it back while it is not sent. */
export function useUndoToast(): (text: string, row: number) => void {
  const ask = useAsk();
  return (text, row) => {
    const undo = () => {
      ask('unsent.undo', { row }).then(
        () => showToast({ text: 'Taken back. Nothing was sent.' }),
        (reason: unknown) => showToast({ text: problemSentence(reason) }),
      );
    };
    showToast({ text, undo });
  };
}
