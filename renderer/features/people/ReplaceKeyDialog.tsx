import { useState } from 'react';
import type { Member, MemberKey } from '../../../shared/record/body/rosterBody.ts';
import { useAsked } from '../../api/useAsked.ts';
import { useCommand } from '../../api/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { keyPlaces, shortKey } from './peopleWords.ts';
import { SignStepsDialog } from './SignStepsDialog.tsx';

/** An admin's own new key for an old one: signed with the old one, which then never signs again. */
export function ReplaceKeyDialog(props: {
  readonly member: Member;
  readonly members: readonly Member[];
  readonly old: MemberKey;
  readonly head: string;
  readonly onClose: () => void;
}) {
  const { member, members, old, head, onClose } = props;
  const mine = useAsked('people.myKeys', {});
  const make = useCommand('people.newKey');
  const [chosen, setChosen] = useState<string | null>(null);
  const [label, setLabel] = useState(old.label);
  const free = mine.data?.keys.filter(({ person }) => person === null) ?? [];
  const fresh = free.find(({ fingerprint }) => fingerprint === chosen);
  const steps = fresh && [
    {
      edit: 'add-key' as const,
      person: member.person,
      key: { fingerprint: fresh.fingerprint, publicKey: fresh.publicKey, label: label.trim() },
    },
    {
      edit: 'change-key' as const,
      person: member.person,
      was: old,
      key: { ...old, revoked: { after: head, reason: 'Replaced' } },
    },
  ];
  return (
    <SignStepsDialog
      title={`A new key for “${old.label}”`}
      action="Sign with the old key"
      edits={steps && label.trim() !== '' ? steps : null}
      members={members}
      onClose={onClose}
    >
      <p>
        The old key signs this once more. Until it is sent and has every signature it needs, nothing else can be signed.
      </p>
      <div className="tg-people-pair">
        <Select
          label="New key"
          value={chosen}
          options={free.map(({ fingerprint, place }) => ({
            id: fingerprint,
            label: `${shortKey(fingerprint)} ${keyPlaces[place]}`,
          }))}
          onChange={setChosen}
          placeholder={free.length === 0 ? 'This desk has no other key' : 'Choose'}
          isDisabled={free.length === 0}
        />
        <TextInput label="Called" value={label} onChange={setLabel} maxLength={240} />
      </div>
      <div>
        <Button
          size="small"
          isDisabled={make.isPending}
          onPress={() =>
            make.mutate({ label: label.trim() || 'desk' }, { onSuccess: (made) => setChosen(made.fingerprint) })
          }
        >
          Make a new key
        </Button>
      </div>
      {mine.isError && <Problem compact error={mine.error} onRetry={() => void mine.refetch()} />}
      {make.isError && <Problem compact error={make.error} />}
    </SignStepsDialog>
  );
}
