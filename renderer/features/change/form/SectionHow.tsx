import { TextArea } from '../../../ui/TextArea.tsx';
import { ArtifactFields } from './ArtifactFields.tsx';
import { PhaseFields } from './PhaseFields.tsx';
import { FormSection, Spot, type SectionProps } from './FormSection.tsx';

const plans = [
  { name: 'implementation', label: 'Implementation', hint: 'Step by step, as somebody else could do it.' },
  { name: 'validation', label: 'Validation', hint: 'How one knows that it worked: orders, stock, labels, invoices.' },
  { name: 'communication', label: 'Communication', hint: 'Who is told, by when, by whom.' },
  { name: 'fallback', label: 'Manual fallback', hint: 'How the work goes on by hand in the meantime.' },
] as const;

/** How it is done, checked and announced. */
export function SectionHow({ body, edit, names, problems }: SectionProps) {
  return (
    <FormSection title="How">
      {plans.map(({ name, label, hint }) => (
        <Spot key={name} field={`plans.${name}`}>
          <TextArea
            label={label}
            hint={hint}
            value={body.plans[name]}
            onChange={(text) => edit({ ...body, plans: { ...body.plans, [name]: text } })}
            maxLength={20_000}
            error={problems.get(`plans.${name}`)}
          />
        </Spot>
      ))}
      <Spot field="phases">
        <PhaseFields body={body} edit={edit} names={names} />
      </Spot>
      <Spot field="artifacts">
        <ArtifactFields body={body} edit={edit} names={names} error={problems.get('artifacts')} />
      </Spot>
    </FormSection>
  );
}
