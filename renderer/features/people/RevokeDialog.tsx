import { useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import type { SignedRow } from '../../../shared/api/peopleCalls.ts';
import type { Member, MemberKey } from '../../../shared/record/body/rosterBody.ts';
import { useAsked } from '../../api/useAsked.ts';
import { Loading } from '../../ui/Loading.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { SearchSelect } from '../../ui/SearchSelect.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { kindName, timeWords } from './peopleWords.ts';
import { SignStepsDialog } from './SignStepsDialog.tsx';
import { legibleLine } from '../../../shared/audit/legible.ts';

/** Revokes a key from now on, or from the first record that a thief signed. */
export function RevokeDialog(props: {
  readonly member: Member;
  readonly members: readonly Member[];
  readonly lost: MemberKey;
  readonly head: string;
  readonly onClose: () => void;
}) {
  const { member, members, lost, head, onClose } = props;
  const [since, setSince] = useState<'now' | 'record'>(lost.revoked ? 'record' : 'now');
  const [first, setFirst] = useState<string | null>(null);
  const [reason, setReason] = useState(lost.revoked?.reason ?? '');
  const signed = useAsked('people.signedBy', { fingerprint: lost.fingerprint });
  const rows = signed.data?.rows.filter(({ before }) => before !== null) ?? [];
  const after = since === 'now' ? head : (rows.find(({ path }) => path === first)?.before ?? null);
  const step =
    after === null
      ? null
      : {
          edit: 'change-key' as const,
          person: member.person,
          was: lost,
          key: { ...lost, revoked: { after, reason: reason.trim() } },
        };
  return (
    <SignStepsDialog
      title={`Revoke “${lost.label}” of ${member.name}`}
      action="Sign the revocation"
      danger
      edits={step && [step]}
      members={members}
      onClose={onClose}
    >
      <p>A revoked key never comes back. What it signed before counts on, as far back as you say here.</p>
      {!lost.revoked && (
        <RadioGroup
          className="tg-people-choices"
          aria-label="Since when"
          value={since}
          onChange={(value) => setSince(value === 'now' ? 'now' : 'record')}
        >
          <Radio value="now" className="tg-people-choice">
            From now on: it was lost, or is not needed any more.
          </Radio>
          <Radio value="record" className="tg-people-choice">
            It was stolen earlier: choose the first record that {legibleLine(member.name)} did not sign.
          </Radio>
        </RadioGroup>
      )}
      {since === 'record' && (
        <>
          {signed.isPending && <Loading what="what it signed" rows={1} />}
          {signed.isError && <Problem compact error={signed.error} />}
          {signed.data && rows.length === 0 && (
            <p className="tg-quiet">This key has signed nothing that is on the board.</p>
          )}
          {rows.length > 0 && (
            <SearchSelect
              label="Stolen since this record, which does not count"
              value={first}
              options={rows.map(optionOf)}
              onChange={setFirst}
              placeholder="Choose a record"
              hint={
                signed.data && signed.data.total > rows.length
                  ? `The newest ${rows.length} of ${signed.data.total}.`
                  : undefined
              }
            />
          )}
        </>
      )}
      <TextInput label="Reason, if you wish" value={reason} onChange={setReason} maxLength={2_000} />
    </SignStepsDialog>
  );
}

function optionOf({ path, kind, subject, at }: SignedRow) {
  return { id: path, label: `${timeWords(at)}: ${kindName(kind)}`, ...(subject === null ? {} : { detail: subject }) };
}
