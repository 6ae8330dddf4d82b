import { useState } from 'react';
import type { HeldRole, Member } from '../../../shared/record/body/rosterBody.ts';
import { useCatalogue } from '../../api/useCatalogue.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { roleLine } from './peopleWords.ts';
import { SignStepsDialog } from './SignStepsDialog.tsx';
import { legibleLine } from '../../../shared/audit/legible.ts';

/** Ends a role now; what was decided in it stands unless it is said otherwise. */
export function EndRoleDialog(props: {
  readonly member: Member;
  readonly members: readonly Member[];
  readonly was: HeldRole;
  readonly head: string;
  readonly onClose: () => void;
}) {
  const { member, members, was, head, onClose } = props;
  const [voids, setVoids] = useState(false);
  const names = useCatalogue();
  const role = { ...was, ended: { after: head, voids } };
  return (
    <SignStepsDialog
      title={`End a role of ${member.name}`}
      action="Sign the end of the role"
      danger
      edits={[{ edit: 'change-role', person: member.person, was, role }]}
      members={members}
      onClose={onClose}
    >
      <p>
        {legibleLine(member.name)} is {roleLine(was, names)}. Decisions made while the role was held go on counting.
      </p>
      <Checkbox isSelected={voids} onChange={setVoids}>
        Void decisions in this role that came in after this moment as well, and for ever: the role cannot be given to
        this person again.
      </Checkbox>
    </SignStepsDialog>
  );
}
