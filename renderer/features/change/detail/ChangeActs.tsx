import { Ellipsis } from 'lucide-react';
import { Button as Pressable } from 'react-aria-components';
import type { ChangeDetail } from '../../../../shared/api/changeCalls.ts';
import type { WaiverView } from '../../../../shared/api/waiverCalls.ts';
import type { EvidenceKind } from '../../../../shared/record/words.ts';
import { useAsked } from '../../../api/useAsked.ts';
import { Button } from '../../../ui/Button.tsx';
import { Menu, type MenuEntry } from '../../../ui/Menu.tsx';

/** What somebody set out to do with the change; each opens its dialog. */
export type Act =
  | { readonly kind: 'decide'; readonly verdict: 'approve' | 'reject' | 'recuse' }
  | { readonly kind: 'evidence'; readonly evidence: EvidenceKind | null }
  | { readonly kind: 'waive'; readonly isBreakGlass: boolean }
  | { readonly kind: 'cosign'; readonly waiver: WaiverView }
  | { readonly kind: 'review' }
  | { readonly kind: 'move' }
  | { readonly kind: 'cancel' };

interface ChangeActsProps {
  readonly detail: ChangeDetail;
  readonly onAct: (act: Act) => void;
  readonly onRevise: () => void;
}

/** What I may do with this change. */
export function ChangeActs({ detail, onAct, onRevise }: ChangeActsProps) {
  const mayAttest = useAsked('app.status', {}).data?.me.may.evidence ?? false;
  const more: MenuEntry[] = [
    ...(mayAttest
      ? [{ id: 'evidence', label: 'Add evidence…', onAction: () => onAct({ kind: 'evidence', evidence: null }) }]
      : []),
    ...(detail.mayWaive
      ? [{ id: 'waive', label: 'Ask for a waiver…', onAction: () => onAct({ kind: 'waive', isBreakGlass: false }) }]
      : []),
    ...(detail.mayReview
      ? [{ id: 'review', label: 'Write a review…', onAction: () => onAct({ kind: 'review' }) }]
      : []),
    ...(detail.mayRevise
      ? [
          { id: 'revise', label: 'Revise…', onAction: onRevise },
          { id: 'move', label: 'Move…', onAction: () => onAct({ kind: 'move' }) },
          { id: 'cancel', label: 'Cancel change…', tone: 'danger' as const, onAction: () => onAct({ kind: 'cancel' }) },
        ]
      : []),
  ];
  return (
    <>
      {detail.mayRevise && <Button onPress={onRevise}>Revise…</Button>}
      {more.length > 0 && (
        <Menu label="More" placement="bottom end" groups={[{ label: 'This change', entries: more }]}>
          <Pressable className="tg-button" data-kind="plain" data-square aria-label="More actions">
            <Ellipsis size={16} aria-hidden />
          </Pressable>
        </Menu>
      )}
    </>
  );
}
