import { Radio, RadioGroup } from 'react-aria-components';
import type { MeView } from '../../../shared/api/appCalls.ts';
import { Select } from '../../ui/Select.tsx';
import { roleWords } from '../../ui/tradeWords.ts';
import type { PartProps } from './partProps.ts';
import { ownerRoleOf } from './newForm.ts';

/** Whose window it is, and what running work does when it begins. */
export function OwnerPart({ form, catalogue, change, me }: PartProps & { readonly me: MeView }) {
  const owner = catalogue.people.find(({ person }) => person === form.owner);
  const roles = owner?.roles ?? [form.ownerRole];
  return (
    <section className="tg-editor-part" aria-label="Owner and edge">
      <h2>Owner and edge</h2>
      <div className="tg-pair">
        <Select
          label="Owner"
          value={form.owner}
          hint="Asked for every waiver."
          options={catalogue.people.map(({ person, name }) => ({
            id: person,
            label: person === me.person ? `${name} (you)` : name,
          }))}
          onChange={(person) => {
            const chosen = catalogue.people.find((one) => one.person === person);
            change({ owner: person, ...(chosen && { ownerRole: ownerRoleOf(chosen.roles) }) });
          }}
        />
        <Select
          label="As"
          value={form.ownerRole}
          options={roles.map((id) => ({ id, label: roleWords[id] }))}
          onChange={(ownerRole) => change({ ownerRole })}
        />
      </div>
      <RadioGroup
        className="tg-lines"
        aria-label="When it begins"
        value={form.edge}
        onChange={(edge) => change({ edge: edge === 'finish' ? 'finish' : 'stop-at-next-stage' })}
      >
        <span className="tg-label">A deployment that runs when it begins</span>
        <Radio value="finish" className="tg-line">
          may finish
        </Radio>
        <Radio value="stop-at-next-stage" className="tg-line">
          stops at its next stage
        </Radio>
      </RadioGroup>
    </section>
  );
}
