import type { Reach } from '../../../shared/record/body/reach.ts';
import type { HeldRole } from '../../../shared/record/body/rosterBody.ts';
import { roles, type Role } from '../../../shared/record/words.ts';
import { toInstant, toMs } from '../../../shared/time/instant.ts';
import { zoneName } from '../../../shared/time/placeTime.ts';
import { useCatalogue } from '../../api/useCatalogue.ts';
import { Field } from '../../ui/Field.tsx';
import { MultiSelect } from '../../ui/MultiSelect.tsx';
import { PlaceTimeInput } from '../../ui/PlaceTimeInput.tsx';
import { readerZone } from '../../ui/readerZone.ts';
import { Segments } from '../../ui/Segments.tsx';
import { Select } from '../../ui/Select.tsx';
import { roleWords } from '../../ui/tradeWords.ts';

export interface RoleFieldsProps {
  readonly value: HeldRole;
  readonly onChange: (value: HeldRole) => void;
  /** Other than every role there is. */
  readonly only?: readonly Role[];
}

/** A role, how far it reaches and for how long. */
export function RoleFields({ value, onChange, only = roles }: RoleFieldsProps) {
  const { role, reach, from, until, ended } = value;
  const rest = ended ? { ended } : {};
  const set = (next: { role?: Role; reach?: Reach; from?: number | null; until?: number | null }): void => {
    const begins = next.from === undefined ? from : next.from === null ? undefined : toInstant(next.from);
    const ends = next.until === undefined ? until : next.until === null ? undefined : toInstant(next.until);
    onChange({
      role: next.role ?? role,
      reach: next.reach ?? reach,
      ...(begins === undefined ? {} : { from: begins }),
      ...(ends === undefined ? {} : { until: ends }),
      ...rest,
    });
  };
  return (
    <div className="tg-stack">
      <Select
        label="Role"
        value={role}
        options={only.map((id) => ({ id, label: roleWords[id] }))}
        onChange={(id) => set({ role: id })}
      />
      <ReachField value={reach} onChange={(each) => set({ reach: each })} />
      <div className="tg-people-pair">
        <PlaceTimeInput
          label="From"
          none="At once"
          value={from === undefined ? null : toMs(from)}
          zone={readerZone}
          place={zoneName(readerZone)}
          onChange={(at) => set({ from: at })}
        />
        <PlaceTimeInput
          label="Until"
          none="For good"
          value={until === undefined ? null : toMs(until)}
          zone={readerZone}
          place={zoneName(readerZone)}
          onChange={(at) => set({ until: at })}
        />
      </div>
    </div>
  );
}

const asOption = ({ service, name }: { service: string; name: string }) => ({ id: service, label: name });

/** Everything, or what is listed: one listed site, service or process suffices. */
function ReachField({ value, onChange }: { readonly value: Reach; readonly onChange: (reach: Reach) => void }) {
  const { catalogue } = useCatalogue();
  const listed = value === 'everything' ? {} : value;
  const set = (part: Exclude<Reach, 'everything'>): void => {
    const all = Object.entries({ ...listed, ...part });
    onChange(Object.fromEntries(all.filter(([, ids = []]) => ids.length > 0)));
  };
  const services = catalogue?.services ?? [];
  return (
    <Field label="Reaches">
      <Segments
        label="Reaches"
        value={value === 'everything' ? 'everything' : 'some'}
        options={[
          { id: 'everything', label: 'Everything' },
          { id: 'some', label: 'Only what is listed' },
        ]}
        onChange={(chosen) => onChange(chosen === 'everything' ? 'everything' : {})}
      />
      {value !== 'everything' && (
        <div className="tg-people-reach">
          <MultiSelect
            label="Sites"
            values={listed.sites ?? []}
            options={(catalogue?.sites ?? []).map(({ site, name }) => ({ id: site, label: name }))}
            onChange={(sites) => set({ sites })}
          />
          <MultiSelect
            label="Services"
            values={listed.services ?? []}
            options={services.filter(({ kind }) => kind !== 'business-process').map(asOption)}
            onChange={(ids) => set({ services: ids })}
          />
          <MultiSelect
            label="Processes"
            values={listed.processes ?? []}
            options={services.filter(({ kind }) => kind === 'business-process').map(asOption)}
            onChange={(processes) => set({ processes })}
          />
        </div>
      )}
    </Field>
  );
}

/** Does it reach anything at all? */
export function reachesSomething(reach: Reach): boolean {
  return reach === 'everything' || Object.values(reach).some((ids) => (ids?.length ?? 0) > 0);
}
