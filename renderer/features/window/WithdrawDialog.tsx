import type { Loosening, WindowRow } from '../../../shared/api/windowCalls.ts';
import { useCommand } from '../../api/useCommand.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { EffectMark } from '../../ui/EffectMark.tsx';
import { readerZone } from '../../ui/readerZone.ts';
import { LooseningNote } from './LooseningNote.tsx';
import { useUndoToast } from './useUndoToast.ts';
import { shortTitle } from './windowWords.ts';

export interface WithdrawDialogProps {
  readonly row: WindowRow;
  /** What the withdrawal loosens; null when it takes effect at once. */
  readonly loosens: Loosening | null;
  readonly onClose: () => void;
}

/** Asks for the signature that ends a window. */
export function WithdrawDialog({ row, loosens, onClose }: WithdrawDialogProps) {
  const withdraw = useCommand('windows.withdraw');
  const toast = useUndoToast();
  const zone = row.zone === 'site' ? (row.next?.zone ?? readerZone) : row.zone;
  const apply = async () => {
    const { row: unsent } = await withdraw.mutateAsync({ window: row.window });
    toast(`${shortTitle(row.title)} was withdrawn.`, unsent);
    onClose();
  };
  return (
    <ConfirmDialog
      title={`Withdraw ${row.title}?`}
      onClose={onClose}
      stay="Keep it"
      act="Sign withdrawal"
      command={withdraw}
      onAct={() => void apply().catch(() => undefined)}
    >
      <EffectMark effect={row.effect} />
      <p>{row.sentence}</p>
      {loosens && <LooseningNote isWithdrawal loosens={loosens} zone={zone} />}
      <p>
        {loosens ? 'After that' : 'From this signature on'} it{' '}
        {row.effect === 'freeze' ? 'blocks nothing' : 'no longer counts'}. Its history stays on the board, and it can be
        published again.
      </p>
    </ConfirmDialog>
  );
}
