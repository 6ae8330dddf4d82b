import { useState } from 'react';
import type { HeldRole, Member } from '../../../shared/record/body/rosterBody.ts';
import { RoleFields, reachesSomething } from './RoleFields.tsx';
import { SignStepsDialog } from './SignStepsDialog.tsx';

/** Gives a role, or changes how far one reaches and how long it lasts. */
export function RoleDialog(props: {
  readonly member: Member;
  readonly members: readonly Member[];
  readonly was: HeldRole | null;
  readonly onClose: () => void;
}) {
  const { member, members, was, onClose } = props;
  const { person, name } = member;
  const [role, setRole] = useState<HeldRole>(was ?? { role: 'peer', reach: 'everything' });
  const isSame = was !== null && JSON.stringify(was) === JSON.stringify(role);
  const isComplete = reachesSomething(role.reach) && !isSame;
  const step = was
    ? ({ edit: 'change-role', person, was, role } as const)
    : ({ edit: 'add-role', person, role } as const);
  return (
    <SignStepsDialog
      title={was ? `Change a role of ${name}` : `Give ${name} a role`}
      action={was ? 'Sign the change' : 'Sign the role'}
      edits={isComplete ? [step] : null}
      members={members}
      onClose={onClose}
    >
      <RoleFields value={role} onChange={setRole} {...(was && { only: [was.role] })} />
    </SignStepsDialog>
  );
}
