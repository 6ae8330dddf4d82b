import { useCommand } from '../../../api/useCommand.ts';
import { problemSentence } from '../../../ui/Problem.tsx';
import { showToast } from '../../../ui/Toast.tsx';

/** The time for second thoughts; the desk sends no sooner. */
const SECONDS = 8;

/** Says that something was signed, and offers to take it back until it is sent. */
export function useSaySigned(): (what: string, row: number) => void {
  const undo = useCommand('unsent.undo');
  return (what, row) =>
    showToast(
      {
        text: `${what}. Sends in ${SECONDS} s.`,
        undo: () =>
          undo.mutate(
            { row },
            {
              onSuccess: () => showToast({ text: 'Taken back. Nothing was sent.' }),
              onError: (error) => showToast({ text: problemSentence(error) }),
            },
          ),
      },
      SECONDS * 1_000,
    );
}
