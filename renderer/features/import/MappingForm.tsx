import type { StagedLog } from '../../../shared/api/recordCalls.ts';
import type { Mapping } from '../../../shared/importer/mapping.ts';
import { useCommand } from '../../api/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { showToast } from '../../ui/Toast.tsx';
import { environmentWords, optionsOf } from '../../ui/tradeWords.ts';

interface MappingFormProps {
  readonly log: StagedLog;
  readonly saved: readonly Mapping[];
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
  readonly onStartOver: () => void;
}

const fields = [
  ['id', 'Number', true],
  ['plannedStart', 'Planned start', true],
  ['plannedEnd', 'Planned end', true],
  ['actualStart', 'Actual start', false],
  ['actualEnd', 'Actual end', false],
  ['opened', 'Opened', false],
  ['closed', 'Closed', false],
  ['type', 'Type', false],
  ['emergency', 'Emergency', false],
  ['category', 'Category', false],
  ['team', 'Team', false],
  ['outcome', 'Outcome', false],
  ['services', 'Services', false],
  ['items', 'Items', false],
] as const;

const NONE = '\u0000none';

/** Which column is what; a saved mapping fills everything at once. */
export function MappingForm({ log, saved, mapping, onChange, onStartOver }: MappingFormProps) {
  const save = useCommand('imports.saveMapping');
  const columns = log.columns.map(({ name, samples }) => ({
    id: name,
    label: name,
    detail: samples.slice(0, 2).join(', '),
  }));
  const setColumn = (field: (typeof fields)[number][0], column: string) => {
    const { [field]: _, ...others } = mapping.columns;
    // The two required fields offer no "not in this log", so `others` stays complete.
    onChange({
      ...mapping,
      columns: (column === NONE ? others : { ...others, [field]: column }) as Mapping['columns'],
    });
  };
  return (
    <section className="tg-import-form tg-stack" aria-labelledby="tg-mapping">
      <div className="tg-section-head">
        <h2 id="tg-mapping">{log.name}</h2>
        <Button size="small" kind="quiet" onPress={onStartOver}>
          Another file
        </Button>
      </div>
      <p className="tg-quiet">
        {log.rows.toLocaleString('en')} rows, {log.columns.length} columns
      </p>
      <Select
        label="Saved mapping"
        placeholder="None of them"
        options={saved.map(({ name, label }) => ({ id: name, label, detail: name }))}
        value={saved.some(({ name }) => name === mapping.name) ? mapping.name : null}
        onChange={(name) => onChange(saved.find((each) => each.name === name) ?? mapping)}
      />
      <Select
        label="Title"
        options={columns}
        value={mapping.columns.title[0] ?? null}
        onChange={(column) => onChange({ ...mapping, columns: { ...mapping.columns, title: [column] } })}
      />
      {fields.map(([field, label, required]) => (
        <Select
          key={field}
          label={label}
          options={required ? columns : [{ id: NONE, label: 'Not in this log' }, ...columns]}
          value={mapping.columns[field] ?? NONE}
          onChange={(column) => setColumn(field, column)}
        />
      ))}
      <TextInput
        label="Zone of its times"
        value={mapping.zone}
        onChange={(zone) => onChange({ ...mapping, zone })}
        hint="Such as Europe/Amsterdam"
      />
      <Select
        label="Environment"
        options={optionsOf(environmentWords)}
        value={mapping.environment}
        onChange={(environment) => onChange({ ...mapping, environment })}
      />
      <TextInput
        label="Name of the source"
        value={mapping.source}
        onChange={(source) => onChange({ ...mapping, source })}
      />
      <TextInput
        label="Name of this mapping"
        value={mapping.name}
        onChange={(name) => onChange({ ...mapping, name, label: name })}
        hint="Small letters, digits and hyphens"
      />
      <Button
        onPress={() =>
          save.mutate({ mapping }, { onSuccess: () => showToast({ text: `Mapping ${mapping.name} is kept.` }) })
        }
        isDisabled={save.isPending}
      >
        Keep this mapping
      </Button>
    </section>
  );
}
