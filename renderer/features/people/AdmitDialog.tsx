import { useState } from 'react';
import { legibleLine } from '../../../shared/audit/legible.ts';
import type { PeopleView, RequestView } from '../../../shared/api/peopleCalls.ts';
import { admissionSteps } from '../../../shared/people/admissionSteps.ts';
import type { HeldRole } from '../../../shared/record/body/rosterBody.ts';
import { SHORT_NAME } from '../../../shared/shortName.ts';
import { useAsked } from '../../api/useAsked.ts';
import { useCommand } from '../../api/useCommand.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useDebounced } from '../../ui/useDebounced.ts';
import { HeardWords } from './HeardWords.tsx';
import { reachesSomething } from './RoleFields.tsx';
import { RolesEditor } from './RolesEditor.tsx';
import { shortKey } from './peopleWords.ts';
import { SignStepsDialog } from './SignStepsDialog.tsx';

/** Lets a key in: first the six words as they are heard, then who it is and what they may do. */
export function AdmitDialog(props: {
  readonly request: RequestView;
  readonly people: PeopleView;
  readonly onClose: () => void;
}) {
  const { request, people, onClose } = props;
  const [words, setWords] = useState('');
  const said = useDebounced(words.trim(), 250);
  const heard = useAsked('people.hear', { request: request.request, words: said }, { enabled: said !== '' });
  const agrees = said === words.trim() && heard.data?.agrees === true;
  const [person, setPerson] = useState(request.person);
  const [name, setName] = useState(request.name);
  const [team, setTeam] = useState('');
  const [roles, setRoles] = useState<readonly HeldRole[]>(
    request.member === null ? [{ role: 'requester', reach: 'everything' }] : [],
  );
  const admit = useCommand('people.admit');
  const member = people.members.find((each) => each.member.person === person)?.member;
  const lost = member?.keys.find(({ fingerprint, revoked }) => fingerprint === request.replaces && !revoked);
  const [revokes, setRevokes] = useState(true);
  const revoked = lost && revokes ? { fingerprint: lost.fingerprint, after: people.head, reason: 'Replaced' } : null;
  const isComplete =
    agrees && SHORT_NAME.test(person) && name.trim() !== '' && roles.every(({ reach }) => reachesSomething(reach));
  const admission = {
    person,
    name: name.trim(),
    ...(team.trim() === '' ? {} : { team: team.trim() }),
    ...(request.email === null ? {} : { email: request.email }),
    roles: [...roles],
    revokes: revoked,
  };
  const edits = isComplete ? admissionSteps(request.key, admission, member) : null;
  return (
    <SignStepsDialog
      title={`Let ${legibleLine(request.name)} in`}
      action="Sign and let in"
      edits={edits}
      members={people.members.map((each) => each.member)}
      onClose={onClose}
      sign={() => admit.mutateAsync({ request: request.request, words, ...admission })}
    >
      <HeardWords
        words={words}
        onChange={setWords}
        heard={said === '' || said !== words.trim() ? null : (heard.data ?? null)}
        name={legibleLine(request.name)}
      />
      {agrees && (
        <>
          {member ? (
            <p>
              The key becomes another of <strong>{legibleLine(member.name)}</strong>
              {member.name === request.name
                ? '.'
                : `, although it was asked for in the name “${legibleLine(request.name)}”.`}
            </p>
          ) : (
            <div className="tg-people-pair">
              <TextInput label="Name" value={name} onChange={setName} maxLength={240} />
              <TextInput
                label="Short name"
                hint="Small letters, digits, hyphens; in every record, for ever."
                value={person}
                onChange={setPerson}
                error={SHORT_NAME.test(person) ? undefined : 'Small letters, digits and hyphens.'}
                mono
              />
              <TextInput label="Team, if any" value={team} onChange={setTeam} maxLength={240} />
            </div>
          )}
          {request.replaces !== null && !lost && (
            <p className="tg-people-note" data-tone="warn">
              It asks to take the place of {shortKey(request.replaces)}, which is no usable key of this person. Nothing
              is revoked.
            </p>
          )}
          {lost && (
            <Checkbox isSelected={revokes} onChange={setRevokes}>
              Revoke the lost key “{legibleLine(lost.label)}” {shortKey(lost.fingerprint)} in the same revision. For
              records signed by a thief before now, revoke it with an earlier date afterwards.
            </Checkbox>
          )}
          <RolesEditor value={roles} onChange={setRoles} />
        </>
      )}
    </SignStepsDialog>
  );
}
