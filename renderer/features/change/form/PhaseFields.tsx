import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ChangeDraft } from '../../../../shared/api/changeCalls.ts';
import type { Names } from '../../../api/useCatalogue.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { MultiSelect } from '../../../ui/MultiSelect.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';

interface PhaseFieldsProps {
  readonly body: ChangeDraft;
  readonly edit: (body: ChangeDraft) => void;
  readonly names: Names;
}

/** One site after another: each phase has a name by which a pipeline asks for it, and its sites. */
export function PhaseFields({ body, edit, names }: PhaseFieldsProps) {
  const [name, setName] = useState('');
  const { phases } = body;
  const isTaken = phases.some((phase) => phase.name === name.trim());
  const replace = (index: number, sites: string[]) =>
    edit({ ...body, phases: phases.map((phase, each) => (each === index ? { ...phase, sites } : phase)) });
  const add = () => {
    if (name.trim() === '' || isTaken) return;
    const taken = new Set(phases.flatMap((phase) => phase.sites));
    const [next] = body.sites.filter((site) => !taken.has(site));
    edit({ ...body, phases: [...phases, { name: name.trim(), sites: next === undefined ? [] : [next] }] });
    setName('');
  };
  return (
    <Field
      label="Phases (optional)"
      hint="In this order. A phase without sites is at every site of the change. The pipeline asks the gate for each by name."
    >
      {phases.length > 0 && (
        <ol className="tg-phases">
          {phases.map((phase, index) => (
            <li key={phase.name}>
              <span className="tg-clip" title={phase.name}>
                {index + 1}. {phase.name}
              </span>
              <MultiSelect
                label={`Sites of ${phase.name}`}
                hideLabel
                placeholder="Every site"
                options={body.sites.map((site) => ({ id: site, label: names.site(site) }))}
                values={phase.sites}
                onChange={(sites) => replace(index, sites)}
              />
              <IconButton
                label={`Take phase ${phase.name} away`}
                icon={Trash2}
                size="small"
                onPress={() => edit({ ...body, phases: phases.filter((_, each) => each !== index) })}
              />
            </li>
          ))}
        </ol>
      )}
      <div className="tg-phase-add">
        <TextInput
          label="Name of the next phase"
          hideLabel
          value={name}
          onChange={setName}
          placeholder="Pilot"
          onKeyDown={(event) => {
            if (event.key === 'Enter') add();
          }}
          maxLength={80}
          error={isTaken ? 'A phase has this name already.' : undefined}
        />
        <Button icon={Plus} isDisabled={name.trim() === '' || isTaken} onPress={add}>
          Add phase
        </Button>
      </div>
    </Field>
  );
}
