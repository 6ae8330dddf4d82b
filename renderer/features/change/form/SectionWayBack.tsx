import { Select } from '../../../ui/Select.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import { optionsOf, readinessWords, reversalWords } from '../../../ui/tradeWords.ts';
import { FormSection, Spot, type SectionProps } from './FormSection.tsx';

type Rollback = SectionProps['body']['plans']['rollback'];
const NOBODY = 'nobody';

/** How it is undone, on what signs, and on whose word. */
export function SectionWayBack({ body, edit, names, problems }: SectionProps) {
  const { rollback } = body.plans;
  const set = (next: Rollback) => edit({ ...body, plans: { ...body.plans, rollback: next } });
  const people = names.catalogue?.people.map(({ person, name }) => ({ id: person, label: name })) ?? [];
  const { authority: _a, ...withoutAuthority } = rollback;
  const { minutes: _m, ...withoutMinutes } = rollback;
  return (
    <FormSection title="The way back">
      <Spot field="plans.rollback.steps">
        <TextArea
          label="Steps back"
          value={rollback.steps}
          onChange={(steps) => set({ ...rollback, steps })}
          maxLength={20_000}
          error={problems.get('plans.rollback.steps')}
        />
      </Spot>
      <Spot field="plans.rollback.criteria">
        <TextArea
          label="Signs that trigger it"
          value={rollback.criteria}
          onChange={(criteria) => set({ ...rollback, criteria })}
          rows={2}
          hint="In numbers: more than 1 % of labels rejected within 10 minutes."
          maxLength={20_000}
          error={problems.get('plans.rollback.criteria')}
        />
      </Spot>
      <Spot field="plans.rollback.readiness" half>
        <Select
          label="Readiness"
          options={optionsOf(readinessWords)}
          value={rollback.readiness}
          onChange={(readiness) => set({ ...rollback, readiness })}
        />
      </Spot>
      <Spot field="data" half>
        <Select
          label="Data"
          options={optionsOf(reversalWords)}
          value={body.data}
          onChange={(data) => edit({ ...body, data })}
        />
      </Spot>
      <Spot field="plans.rollback.authority" half>
        <Select
          label="Who decides on it"
          options={[{ id: NOBODY, label: 'Nobody named' }, ...people]}
          value={rollback.authority ?? NOBODY}
          onChange={(authority) => set(authority === NOBODY ? withoutAuthority : { ...rollback, authority })}
          error={problems.get('plans.rollback.authority')}
        />
      </Spot>
      <Spot field="plans.rollback.minutes" half>
        <TextInput
          label="Minutes it takes (optional)"
          inputMode="numeric"
          value={rollback.minutes === undefined ? '' : String(rollback.minutes)}
          onChange={(text) => {
            const minutes = Number.parseInt(text, 10);
            set(Number.isNaN(minutes) ? withoutMinutes : { ...rollback, minutes: Math.max(0, minutes) });
          }}
        />
      </Spot>
    </FormSection>
  );
}
