import { useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import type { ChangeDetail } from '../../../../shared/api/changeCalls.ts';
import type { Role } from '../../../../shared/record/words.ts';
import { useCommand } from '../../../api/useCommand.ts';
import type { Names } from '../../../api/useCatalogue.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { roleWords } from '../../../ui/tradeWords.ts';
import { SignedText } from './SignedText.tsx';
import { useSaySigned } from './useSaySigned.ts';

type Verdict = 'approve' | 'reject' | 'recuse';
const verdicts = { approve: 'Approve', reject: 'Reject', recuse: 'Recuse' } satisfies Record<Verdict, string>;
const signs = { approve: 'Sign approval', reject: 'Sign rejection', recuse: 'Sign recusal' } satisfies Record<
  Verdict,
  string
>;
const signed = { approve: 'Approval signed', reject: 'Rejection signed', recuse: 'Recusal signed' } satisfies Record<
  Verdict,
  string
>;

/** The role to offer first: the one that the fewest others could sign, so that nobody spends it on another by accident. */
function scarcest({ mayDecide, tally }: ChangeDetail): Role | null {
  const others = (role: Role) =>
    Math.min(...tally.requirements.filter((each) => each.role === role).map(({ could }) => could.length), Infinity);
  return mayDecide.toSorted((a, b) => others(a) - others(b))[0] ?? null;
}

interface SignDialogProps {
  readonly detail: ChangeDetail;
  readonly names: Names;
  readonly first: Verdict;
  readonly onClose: () => void;
}

/** Shows exactly what is signed, then signs it. */
export function SignDialog({ detail, names, first, onClose }: SignDialogProps) {
  const [verdict, setVerdict] = useState<Verdict>(first);
  const [role, setRole] = useState<Role | null>(() => scarcest(detail));
  const [words, setWords] = useState('');
  const [isTried, setTried] = useState(false);
  const decide = useCommand('changes.decide');
  const saySigned = useSaySigned();
  const said = words.trim();
  const lacksReason = verdict === 'reject' && said === '';

  const sign = () => {
    setTried(true);
    if (lacksReason || !role) return;
    decide.mutate(
      {
        change: detail.row.change,
        material: detail.material.digest,
        verdict,
        role,
        ...(said && (verdict === 'approve' ? { conditions: said } : { reason: said })),
      },
      {
        onSuccess: ({ row }) => {
          saySigned(signed[verdict], row);
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title="Decide"
      wide
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Not now</Button>
          <Button kind={verdict === 'reject' ? 'danger' : 'primary'} isDisabled={decide.isPending} onPress={sign}>
            {signs[verdict]}
          </Button>
        </>
      }
    >
      <div className="tg-stack">
        <SignedText detail={detail} names={names} />
        <div className="tg-sign-row">
          <RadioGroup
            className="tg-verdict-choices"
            aria-label="Decision"
            orientation="horizontal"
            value={verdict}
            onChange={(value) => setVerdict(value as Verdict)} // the radios below are the only values
          >
            {(['approve', 'reject', 'recuse'] as const).map((each) => (
              <Radio key={each} value={each} className="tg-verdict-choice">
                {verdicts[each]}
              </Radio>
            ))}
          </RadioGroup>
          <Select
            label="Sign as"
            options={detail.mayDecide.map((each) => ({ id: each, label: roleWords[each] }))}
            value={role}
            onChange={setRole}
          />
        </div>
        <TextArea
          label={
            verdict === 'approve' ? 'Conditions (optional)' : verdict === 'reject' ? 'Reason' : 'Reason (optional)'
          }
          value={words}
          onChange={setWords}
          maxLength={2_000}
          rows={2}
          hint={verdict === 'recuse' ? 'Another holder of the role will be asked.' : undefined}
          error={isTried && lacksReason ? 'A rejection says what would have to be different.' : undefined}
        />
        {decide.isError && <Problem compact error={decide.error} />}
      </div>
    </Dialog>
  );
}
