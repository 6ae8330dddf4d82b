import { useAsk } from '../../../api/AskContext.ts';
import { problemSentence } from '../../../ui/Problem.tsx';
import { showToast } from '../../../ui/Toast.tsx';

/** The time for second thoughts; the desk sends no sooner. */
const SECONDS = 8;

/** Says that something was signed, and offers to take it back until it is sent. Outlives the dialog that signed. */
export function useSaySigned(): (what: string, row: number, onTakenBack?: () => Promise<void>) => void {
  const ask = useAsk();
  const takeBack = async (row: number, onTakenBack?: () => Promise<void>) => {
    try {
      await ask('unsent.undo', { row });
      showToast({ text: 'Taken back. Nothing was sent.' });
      await onTakenBack?.();
    } catch (error) {
      showToast({ text: problemSentence(error) });
    }
  };
  return (what, row, onTakenBack) =>
    showToast(
      { text: `${what}. Sends in ${SECONDS} s.`, undo: () => void takeBack(row, onTakenBack) },
      SECONDS * 1_000,
    );
}
