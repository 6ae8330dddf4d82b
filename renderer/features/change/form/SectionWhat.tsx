import { MultiSelect } from '../../../ui/MultiSelect.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import { categoryWords, environmentWords, optionsOf, typeWords } from '../../../ui/tradeWords.ts';
import { FormSection, Spot, type SectionProps } from './FormSection.tsx';

/** What is to change, where, and why. */
export function SectionWhat({ body, edit, names, problems }: SectionProps) {
  const { catalogue } = names;
  const services = catalogue?.services.map(({ service, name, tier }) => ({
    id: service,
    label: name,
    detail: `tier ${tier}`,
  }));
  const sites = catalogue?.sites.map(({ site, name, zone }) => ({ id: site, label: name, detail: zone }));
  return (
    <FormSection title="What and where">
      <Spot field="title">
        <TextInput
          label="Title"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the form was opened in order to write it
          autoFocus={body.title === ''}
          value={body.title}
          onChange={(title) => edit({ ...body, title })}
          maxLength={240}
          placeholder="Replace the carrier label connector"
          error={problems.get('title')}
        />
      </Spot>
      <Spot field="summary">
        <TextArea
          label="Why"
          value={body.summary}
          onChange={(summary) => edit({ ...body, summary })}
          hint="What the business gets, and what happens if it is not done."
          error={problems.get('summary')}
        />
      </Spot>
      <Spot field="type" half>
        <Select
          label="Type"
          options={optionsOf(typeWords)}
          value={body.type}
          onChange={(type) => edit({ ...body, type })}
        />
      </Spot>
      <Spot field="category" half>
        <Select
          label="Category"
          options={optionsOf(categoryWords)}
          value={body.category}
          onChange={(category) => edit({ ...body, category })}
        />
      </Spot>
      <Spot field="services" half>
        <MultiSelect
          label="Services"
          options={services ?? []}
          values={body.services}
          onChange={(chosen) => edit({ ...body, services: chosen })}
          error={problems.get('services')}
        />
      </Spot>
      <Spot field="sites" half>
        <MultiSelect
          label="Sites"
          options={sites ?? []}
          values={body.sites}
          onChange={(chosen) => {
            const phases = body.phases.map((phase) => ({
              ...phase,
              sites: phase.sites.filter((site) => chosen.includes(site)),
            }));
            edit({ ...body, sites: chosen, phases });
          }}
          error={problems.get('sites')}
        />
      </Spot>
      <Spot field="environment" half>
        <Select
          label="Environment"
          options={optionsOf(environmentWords)}
          value={body.environment}
          onChange={(environment) => edit({ ...body, environment })}
        />
      </Spot>
      {(catalogue?.tenants.length ?? 0) > 0 && (
        <Spot field="tenants" half>
          <MultiSelect
            label="Tenants"
            options={catalogue?.tenants.map((tenant) => ({ id: tenant, label: tenant })) ?? []}
            values={body.tenants}
            onChange={(tenants) => edit({ ...body, tenants })}
            placeholder="All"
          />
        </Spot>
      )}
      <Spot field="incident" half>
        <TextInput
          label={body.type === 'emergency' ? 'Incident' : 'Incident (optional)'}
          value={body.incident ?? ''}
          onChange={(incident) => edit(withLine(body, 'incident', incident))}
          maxLength={240}
          error={problems.get('incident')}
        />
      </Spot>
      <Spot field="release" half>
        <TextInput
          label="Release (optional)"
          value={body.release ?? ''}
          onChange={(release) => edit(withLine(body, 'release', release))}
          maxLength={240}
        />
      </Spot>
    </FormSection>
  );
}

/** A record holds no empty line: an emptied field is left out. */
function withLine(body: SectionProps['body'], name: 'incident' | 'release', text: string): SectionProps['body'] {
  const { [name]: _, ...rest } = body;
  return text === '' ? rest : { ...rest, [name]: text };
}
