import type { ChangeDetail } from '../../../../shared/api/changeCalls.ts';
import type { Names } from '../../../api/useCatalogue.ts';
import { CancelDialog } from './CancelDialog.tsx';
import type { Act } from './ChangeActs.tsx';
import { EvidenceDialog } from './EvidenceDialog.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { CosignDialog } from './CosignDialog.tsx';
import { ReviewDialog } from './ReviewDialog.tsx';
import { SignDialog } from './SignDialog.tsx';
import { WaiverDialog } from './WaiverDialog.tsx';

interface ChangeDialogsProps {
  readonly act: Act | null;
  readonly detail: ChangeDetail;
  readonly names: Names;
  readonly onClose: () => void;
}

/** The dialog of what somebody set out to do. */
export function ChangeDialogs({ act, detail, names, onClose }: ChangeDialogsProps) {
  if (!act) return null;
  switch (act.kind) {
    case 'decide':
      return <SignDialog detail={detail} names={names} first={act.verdict} onClose={onClose} />;
    case 'evidence':
      return <EvidenceDialog detail={detail} names={names} evidence={act.evidence} onClose={onClose} />;
    case 'waive':
      return <WaiverDialog detail={detail} names={names} isBreakGlass={act.isBreakGlass} onClose={onClose} />;
    case 'cosign':
      return <CosignDialog detail={detail} names={names} waiver={act.waiver} onClose={onClose} />;
    case 'review':
      return <ReviewDialog detail={detail} onClose={onClose} />;
    case 'move':
      return <MoveDialog detail={detail} names={names} onClose={onClose} />;
    case 'cancel':
      return <CancelDialog change={detail.row} onClose={onClose} />;
  }
}
