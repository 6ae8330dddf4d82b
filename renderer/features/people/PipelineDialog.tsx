import { useState } from 'react';
import { fingerprintOfLine } from '../../../shared/record/sshKey.ts';
import type { Member, HeldRole } from '../../../shared/record/body/rosterBody.ts';
import { SHORT_NAME } from '../../../shared/shortName.ts';
import { useCommand } from '../../api/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { saveBytes } from '../../ui/saveBytes.ts';
import { TextInput } from '../../ui/TextInput.tsx';
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
  const [saved, setSaved] = useState<string | null>(null);
  const make = useCommand('people.pipelineKey');
  const publicKey = line.trim().split(/\s+/).slice(0, 2).join(' ');
  const fingerprint = fingerprintOfLine(publicKey);
  const isTaken = members.some((member) => member.person === person);
  const isComplete =
    SHORT_NAME.test(person) && !isTaken && name.trim() !== '' && fingerprint !== null && reachesSomething(role.reach);
  const makePair = () =>
    make.mutate(
      { name: person || 'pipeline' },
      {
        onSuccess: (made) => {
          setLine(made.publicKey);
          setSaved(`${person || 'pipeline'}.key`);
          const bytes = Uint8Array.from(new TextEncoder().encode(made.privateKey));
          saveBytes(`${person || 'pipeline'}.key`, bytes, 'application/octet-stream');
        },
      },
    );
  return (
    <SignStepsDialog
      title="A pipeline as a member"
      action="Sign and let it in"
      edits={
        isComplete && fingerprint !== null
          ? [
              { edit: 'add-person', person, name: name.trim() },
              { edit: 'add-key', person, key: { fingerprint, publicKey, label: 'Pipeline' } },
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
        <TextInput
          label="Short name"
          value={person}
          onChange={setPerson}
          error={isTaken ? 'Somebody has this short name.' : undefined}
          mono
        />
      </div>
      <TextInput
        label="Its public key"
        placeholder="ssh-ed25519 AAAA…"
        value={line}
        onChange={setLine}
        error={line.trim() !== '' && fingerprint === null ? 'Not an Ed25519 key as OpenSSH writes it.' : undefined}
        hint={fingerprint ?? 'Paste it, or have a key pair made.'}
        mono
      />
      <div className="tg-row">
        <Button size="small" onPress={makePair}>
          {saved === null ? 'Make a key pair' : 'Make another key pair'}
        </Button>
        {saved !== null && (
          <p className="tg-people-note" data-tone="warn" role="status">
            The private key was handed to you as {saved}, this once. Put it into the pipeline’s secrets and delete the
            file.
          </p>
        )}
      </div>
      {make.isError && <Problem compact error={make.error} />}
      <RoleFields value={role} onChange={setRole} only={['pipeline']} />
    </SignStepsDialog>
  );
}
