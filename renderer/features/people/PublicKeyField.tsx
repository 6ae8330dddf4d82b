import { useState } from 'react';
import { legibleLine } from '../../../shared/audit/legible.ts';
import type { PastedKey } from '../../../shared/people/pastedKey.ts';
import { useCommand } from '../../api/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { saveBytes } from '../../ui/saveBytes.ts';
import { TextInput } from '../../ui/TextInput.tsx';

/** The public key of a pipeline: pasted, or of a pair made now whose private half is handed out once as a file. */
export function PublicKeyField(props: {
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly pasted: PastedKey;
  /** What the file with the private half is called, without its ending. */
  readonly fileName: string;
}) {
  const { text, onChange, pasted, fileName } = props;
  const [saved, setSaved] = useState<string | null>(null);
  const make = useCommand('people.pipelineKey');
  const makePair = () =>
    make.mutate(
      { name: fileName },
      {
        onSuccess: ({ publicKey, privateKey }) => {
          onChange(publicKey);
          setSaved(`${fileName}.key`);
          saveBytes(
            `${fileName}.key`,
            Uint8Array.from(new TextEncoder().encode(privateKey)),
            'application/octet-stream',
          );
        },
      },
    );
  return (
    <>
      <TextInput
        label="Its public key"
        placeholder="ssh-ed25519 AAAA…"
        value={text}
        onChange={onChange}
        error={pastedProblem(pasted)}
        hint={pasted.is === 'free' ? pasted.fingerprint : 'Paste it, or have a key pair made.'}
        mono
      />
      <div className="tg-row">
        <Button size="small" isDisabled={make.isPending} onPress={makePair}>
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
    </>
  );
}

/** Why this cannot come onto the roster; undefined for a good key, and while nothing was pasted. */
function pastedProblem(pasted: PastedKey): string | undefined {
  switch (pasted.is) {
    case 'nothing':
    case 'free':
      return undefined;
    case 'held':
      return `${legibleLine(pasted.holder.name)} has this key already. A key speaks for one member, once.`;
    case 'revoked':
      return `This key of ${legibleLine(pasted.holder.name)} was revoked, and never comes back. Make another.`;
    case 'private-key':
      return 'This is a private key, which nobody here should see. Paste its public half: the line in the file that ends with .pub.';
    case 'cut-off':
      return 'This key is not whole. Paste all of the line that begins with ssh-ed25519.';
    case 'other-kind':
      return 'This is a key of another kind. Only Ed25519 keys sign here: ssh-keygen -t ed25519 makes one.';
    case 'no-key':
      return 'This is no public key as OpenSSH writes it: one line that begins with ssh-ed25519.';
  }
}
