import { useState } from 'react';
import type { Member } from '../../../shared/record/body/rosterBody.ts';
import { TextInput } from '../../ui/TextInput.tsx';
import { SignStepsDialog } from './SignStepsDialog.tsx';

/** How somebody is written; the short name never changes. */
export function DescribeDialog(props: {
  readonly member: Member;
  readonly members: readonly Member[];
  readonly onClose: () => void;
}) {
  const { member, members, onClose } = props;
  const [name, setName] = useState(member.name);
  const [email, setEmail] = useState(member.email ?? '');
  const [team, setTeam] = useState(member.team ?? '');
  const said = { name: name.trim(), email: email.trim(), team: team.trim() };
  const isSame = said.name === member.name && said.email === (member.email ?? '') && said.team === (member.team ?? '');
  const step = {
    edit: 'describe' as const,
    person: member.person,
    name: said.name,
    ...(said.email === '' ? {} : { email: said.email }),
    ...(said.team === '' ? {} : { team: said.team }),
  };
  return (
    <SignStepsDialog
      title={`How ${member.name} is written`}
      action="Sign it"
      edits={said.name === '' || isSame ? null : [step]}
      members={members}
      onClose={onClose}
    >
      <div className="tg-people-pair">
        <TextInput label="Name" value={name} onChange={setName} maxLength={240} />
        <TextInput label="Team, if any" value={team} onChange={setTeam} maxLength={240} />
        <TextInput
          label="E-mail, if any"
          hint="It stays in the record for ever."
          value={email}
          onChange={setEmail}
          maxLength={200}
        />
      </div>
    </SignStepsDialog>
  );
}
