import { Undo2 } from 'lucide-react';
import { Button as Pressable, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useAsked } from '../../api/useAsked.ts';
import { useCommand } from '../../api/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Problem } from '../../ui/Problem.tsx';

/** What the desk calls the acts that it keeps. */
const said: Readonly<Record<string, string>> = {
  submit: 'New change',
  reissue: 'New number for a change',
  revise: 'Revision',
  cancel: 'Cancellation',
  move: 'Move',
  approve: 'Approval',
  reject: 'Rejection',
  recuse: 'Recusal',
  evidence: 'Evidence',
  propose: 'Proposed window',
  publish: 'Published window',
  withdraw: 'Withdrawn window',
  waiver: 'Waiver',
  'break-glass': 'Broken glass',
  cosign: 'Signature',
  'withdraw-waiver': 'Withdrawn waiver',
  review: 'Review',
  comment: 'Comment',
  checkpoint: 'Checkpoint',
  roster: 'People and keys',
  'admin-cosign': 'An admin’s signature',
  enrol: 'Request to be let in',
  delegate: 'Delegation',
  'end-delegation': 'Delegation taken back',
  settle: 'Settled',
};

/** What is signed and still here: kept until it is sent, and until then it can be undone. */
export function Unsent({ count, remote }: { readonly count: number; readonly remote: boolean }) {
  if (count === 0) {
    return (
      <span className="tg-now-item" data-quiet>
        {remote ? 'All sent' : 'All recorded'}
      </span>
    );
  }
  return (
    <DialogTrigger>
      <Pressable className="tg-now-item">{count.toLocaleString('en-GB')} kept here, not sent yet</Pressable>
      <Popover className="tg-popover" offset={4} placement="bottom end">
        <Dialog aria-label="Kept here" className="tg-dialog">
          <UnsentList />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function UnsentList() {
  const unsent = useAsked('unsent.list', {});
  const undo = useCommand('unsent.undo');
  if (unsent.isError) return <Problem error={unsent.error} onRetry={() => void unsent.refetch()} />;
  return (
    <ul className="tg-now-list">
      {unsent.data?.map(({ row, what, change, problem }) => (
        <li key={row} className="tg-now-line">
          <span>
            {said[what] ?? what} <span className="tg-mono tg-quiet">{change}</span>
            {problem !== undefined && (
              <span className="tg-quiet">
                {problem === 'collision' ? ' meant another change than has this number' : ' no longer counts'} and is
                not sent
              </span>
            )}
          </span>
          <Button size="small" icon={Undo2} onPress={() => undo.mutate({ row })}>
            Undo
          </Button>
        </li>
      ))}
      {undo.isError && <Problem error={undo.error} compact />}
    </ul>
  );
}
