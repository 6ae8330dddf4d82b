import { useState } from 'react';
import { legibleLine } from '../../../shared/audit/legible.ts';
import { keyOf, readPastedKey } from '../../../shared/people/pastedKey.ts';
import type { Member } from '../../../shared/record/body/rosterBody.ts';
import { TextInput } from '../../ui/TextInput.tsx';
import { PublicKeyField } from './PublicKeyField.tsx';
import { SignStepsDialog } from './SignStepsDialog.tsx';

/** One more key for a pipeline: of a second runner, or the next one before the old one is revoked. */
export function AddKeyDialog(props: {
  readonly member: Member;
  readonly members: readonly Member[];
  readonly onClose: () => void;
}) {
  const { member, members, onClose } = props;
  const { person, keys } = member;
  const [label, setLabel] = useState('');
  const [text, setText] = useState('');
  const pasted = readPastedKey(text, members);
  const called = label.trim();
  const isTaken = keys.some((key) => key.label === called && !key.revoked);
  const isNamed = called !== '' && !isTaken;
  return (
    <SignStepsDialog
      title={`Another key for ${legibleLine(member.name)}`}
      action="Sign and add the key"
      edits={isNamed && pasted.is === 'free' ? [{ edit: 'add-key', person, key: keyOf(pasted, called) }] : null}
      members={members}
      onClose={onClose}
    >
      <p>
        It signs as the same member, with the same roles and for as long as those run. The keys that are there go on
        counting: revoke the old one when nothing signs with it any more.
      </p>
      <TextInput
        label="What this key is called"
        placeholder="Runner in Newark"
        value={label}
        onChange={setLabel}
        maxLength={240}
        error={isTaken ? 'A key of this member is called so. Call this one otherwise, to tell them apart.' : undefined}
      />
      <PublicKeyField text={text} onChange={setText} pasted={pasted} fileName={`${person}-${keys.length + 1}`} />
    </SignStepsDialog>
  );
}
