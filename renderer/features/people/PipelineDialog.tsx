import { useState } from 'react';
import { keyOf, readPastedKey } from '../../../shared/people/pastedKey.ts';
import type { Member, HeldRole } from '../../../shared/record/body/rosterBody.ts';
import { TextInput } from '../../ui/TextInput.tsx';
import { shortNameProblem } from './peopleWords.ts';
import { PublicKeyField } from './PublicKeyField.tsx';
import { RoleFields, reachesSomething } from './RoleFields.tsx';
import { SignStepsDialog } from './SignStepsDialog.tsx';

/** A member that is a machine: its public key pasted, or a key made and handed out once as a file. */
export function PipelineDialog({
  members,
  onClose,
}: {
  readonly members: readonly Member[];
  readonly onClose: () => void;
}) {
  const [person, setPerson] = useState('');
  const [name, setName] = useState('');
  const [line, setLine] = useState('');
  const [role, setRole] = useState<HeldRole>({ role: 'pipeline', reach: 'everything' });
  const pasted = readPastedKey(line, members);
  const problem = shortNameProblem(person, members);
  const isNamed = person !== '' && problem === undefined && name.trim() !== '';
  const isComplete = isNamed && reachesSomething(role.reach);
  return (
    <SignStepsDialog
      title="A pipeline as a member"
      action="Sign and let it in"
      edits={
        isComplete && pasted.is === 'free'
          ? [
              { edit: 'add-person', person, name: name.trim() },
              { edit: 'add-key', person, key: keyOf(pasted, 'Pipeline') },
              { edit: 'add-role', person, role },
            ]
          : null
      }
      members={members}
      onClose={onClose}
    >
      <p>A pipeline reports what it did, with a key of its own. It opens nothing by itself.</p>
      <div className="tg-people-pair">
        <TextInput label="Name" placeholder="Deploy, Lyon" value={name} onChange={setName} maxLength={240} />
        <TextInput label="Short name" value={person} onChange={setPerson} error={problem} mono />
      </div>
      <PublicKeyField
        text={line}
        onChange={setLine}
        pasted={pasted}
        fileName={person === '' || problem ? 'pipeline' : person}
      />
      <RoleFields value={role} onChange={setRole} only={['pipeline']} />
    </SignStepsDialog>
  );
}
