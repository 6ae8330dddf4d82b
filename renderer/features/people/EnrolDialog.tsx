import { useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import type { PeopleView } from '../../../shared/api/peopleCalls.ts';
import { SHORT_NAME, shortNameOf } from '../../../shared/shortName.ts';
import { useAsked } from '../../api/useAsked.ts';
import { useCommand } from '../../api/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { SearchSelect } from '../../ui/SearchSelect.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useUndoToast } from '../window/useUndoToast.ts';
import { keepWords, OtherKeys } from './KeyChoice.tsx';
import { keyPlaces, shortKey, shortNameProblem } from './peopleWords.ts';

const NEW_KEY = 'new';
const titles = { new: 'Ask to be let in', device: 'Add another key', lost: 'Replace a lost key' };

/** Asks to be let in: as a newcomer, with another device, or with a new key for a lost one. */
export function EnrolDialog(props: {
  readonly people: PeopleView;
  /** What a member most likely came for; a newcomer is one anyway. */
  readonly reason: 'device' | 'lost';
  readonly onClose: () => void;
}) {
  const { people, reason, onClose } = props;
  const mine = useAsked('people.myKeys', {});
  const enrol = useCommand('people.enrol');
  const toast = useUndoToast();
  const [who, setWho] = useState<'new' | 'device' | 'lost'>(people.me === null ? 'new' : reason);
  const [person, setPerson] = useState<string | null>(people.me);
  const [replaces, setReplaces] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [short, setShort] = useState<string | null>(null);
  const [label, setLabel] = useState('');
  const [wishes, setWishes] = useState('');
  const [chosen, setChosen] = useState(NEW_KEY);

  const member = people.members.find((each) => each.member.person === person)?.member;
  const shortName = who === 'new' ? (short ?? shortNameOf(name)) : (person ?? '');
  const members = people.members.map((each) => each.member);
  const problem = who === 'new' ? shortNameProblem(shortName, members) : undefined;
  const free = mine.data?.keys.filter(({ person: holder }) => holder === null) ?? [];
  const usable = member?.keys.filter(({ revoked }) => !revoked) ?? [];
  const isComplete =
    SHORT_NAME.test(shortName) &&
    problem === undefined &&
    label.trim() !== '' &&
    (who === 'new' ? name.trim() !== '' : member !== undefined) &&
    (who !== 'lost' || replaces !== null);
  const ask = () =>
    enrol.mutate(
      {
        person: shortName,
        name: who === 'new' ? name.trim() : (member?.name ?? shortName),
        label: label.trim(),
        wishes: wishes.trim(),
        key: chosen === NEW_KEY ? null : chosen,
        replaces: who === 'lost' ? replaces : null,
      },
      {
        onSuccess: ({ row }) => {
          toast('Asked. Read the six words to an admin.', row);
          onClose();
        },
      },
    );
  return (
    <Dialog
      wide
      title={titles[who]}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Not now</Button>
          <Button kind="primary" isDisabled={!isComplete || enrol.isPending} onPress={ask}>
            Sign and ask
          </Button>
        </>
      }
    >
      <div className="tg-stack">
        <RadioGroup
          className="tg-people-choices"
          aria-label="Who asks"
          value={who}
          onChange={(value) => setWho(value === 'new' || value === 'device' ? value : 'lost')}
        >
          <Radio value="new" className="tg-people-choice">
            I am new on this board.
          </Radio>
          <Radio value="device" className="tg-people-choice">
            I am a member, and this is another device.
          </Radio>
          <Radio value="lost" className="tg-people-choice">
            I am a member, and I lost a key or the device that held it.
          </Radio>
        </RadioGroup>
        {who === 'new' ? (
          <div className="tg-people-pair">
            <TextInput label="Your name" value={name} onChange={setName} maxLength={240} />
            <TextInput
              label="Short name"
              hint="In every record that you sign, for ever."
              value={shortName}
              onChange={setShort}
              error={problem}
              mono
            />
          </div>
        ) : (
          <div className="tg-people-pair">
            <SearchSelect
              label="Who you are"
              value={person}
              options={people.members.map(({ member: each }) => ({
                id: each.person,
                label: each.name,
                detail: each.person,
              }))}
              onChange={(value) => {
                setPerson(value);
                setReplaces(null);
              }}
            />
            {who === 'lost' && (
              <Select
                label="The key you lost"
                value={replaces}
                options={usable.map(({ fingerprint, label: called }) => ({
                  id: fingerprint,
                  label: `${called} ${shortKey(fingerprint)}`,
                }))}
                onChange={setReplaces}
                isDisabled={usable.length === 0}
                hint={
                  member && usable.length === 0
                    ? 'Every key of theirs is revoked already: ask as another device.'
                    : 'It is revoked in the revision that lets the new one in.'
                }
              />
            )}
          </div>
        )}
        <div className="tg-people-pair">
          <Select
            label="Key"
            value={chosen}
            options={[
              { id: NEW_KEY, label: 'A new key, made now' },
              ...free.map(({ fingerprint, place }) => ({
                id: fingerprint,
                label: `${shortKey(fingerprint)} ${keyPlaces[place]}`,
              })),
            ]}
            onChange={setChosen}
            hint={mine.data && chosen === NEW_KEY ? keepWords(mine.data.keeps) : undefined}
          />
          <TextInput
            label="What this key is called"
            placeholder="Work laptop"
            value={label}
            onChange={setLabel}
            maxLength={240}
          />
        </div>
        <details className="tg-people-more-keys">
          <summary>Sign with a key that you already have</summary>
          <OtherKeys
            onAdded={(fingerprint) => {
              void mine.refetch();
              setChosen(fingerprint);
            }}
          />
        </details>
        <TextArea label="What you do, for the admin" value={wishes} onChange={setWishes} rows={2} maxLength={2_000} />
        {enrol.isError && <Problem compact error={enrol.error} />}
      </div>
    </Dialog>
  );
}
