import { Checkbox } from '../../ui/Checkbox.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { roleWords } from '../../ui/tradeWords.ts';
import { founderRoles, type FoundingForm } from './founding.ts';
import { SHORT_NAME, shortNameOf } from '../../../shared/shortName.ts';

export interface FoundingPartProps {
  readonly form: FoundingForm;
  readonly change: (changed: Partial<FoundingForm>) => void;
}

/** The board's name, and who founds it as what. */
export function FoundingPeople({ form, change }: FoundingPartProps) {
  const { title, adminName, person, roles } = form;
  const isStrange = person !== '' && !SHORT_NAME.test(person);
  return (
    <>
      <TextInput
        label="Name of the board"
        value={title}
        onChange={(text) => change({ title: text })}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog was opened in order to type
        autoFocus
        autoComplete="off"
        placeholder="Harbour Foods change board"
        maxLength={240}
      />
      <div className="tg-boards-pair">
        <TextInput
          label="Your name"
          value={adminName}
          onChange={(name) => change({ adminName: name })}
          autoComplete="name"
          maxLength={240}
        />
        <TextInput
          label="Your short name"
          mono
          value={person}
          onChange={(id) => change({ person: id })}
          autoComplete="off"
          placeholder={shortNameOf(adminName) || 'from your name'}
          hint="It stands in every record for ever. It need not be your name."
          error={isStrange ? 'Small letters, digits and hyphens.' : undefined}
        />
      </div>
      <Field label="Besides admin and change manager you are">
        <div className="tg-boards-roles">
          {founderRoles.map((role) => (
            <Checkbox
              key={role}
              isSelected={roles.includes(role)}
              onChange={(held) => change({ roles: held ? [...roles, role] : roles.filter((each) => each !== role) })}
            >
              {roleWords[role]}
            </Checkbox>
          ))}
        </div>
      </Field>
    </>
  );
}
