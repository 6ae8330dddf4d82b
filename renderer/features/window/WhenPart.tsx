import type { Schedule } from '../../../shared/record/body/scheduleBody.ts';
import { zoneName } from '../../../shared/time/placeTime.ts';
import { inForm } from '../../../shared/view/scheduleForms.ts';
import { Select } from '../../ui/Select.tsx';
import { DatesPart } from './DatesPart.tsx';
import { FiscalPart } from './FiscalPart.tsx';
import { OncePart } from './OncePart.tsx';
import type { PartProps } from './partProps.ts';
import { RepeatPart } from './RepeatPart.tsx';
import { Switcher } from './Switcher.tsx';

/** When it is: whose clock; once, again and again, on listed dates, or around fiscal closes. */
export function WhenPart({ form, catalogue, change, today }: PartProps & { readonly today: string }) {
  const { when, zone } = form;
  const zones = new Map(catalogue.sites.map((site) => [site.zone, zoneName(site.zone)]));
  if (zone !== 'site') zones.set(zone, zoneName(zone));
  const set = (next: Schedule) => change({ when: next });
  return (
    <section className="tg-editor-part" aria-label="When it is">
      <h2>When</h2>
      <div className="tg-when-head">
        <Switcher
          label="How often"
          value={when.form}
          options={[
            { id: 'once', label: 'Once' },
            { id: 'rule', label: 'Repeats' },
            { id: 'dates', label: 'On dates' },
            { id: 'fiscal', label: 'Around fiscal closes' },
          ]}
          onChange={(to) => set(inForm(when, to, today))}
        />
        <Select
          label="By the clock of"
          value={zone}
          options={[
            ...[...zones].map(([id, label]) => ({ id, label })),
            { id: 'site', label: 'Each site’s own clock', detail: 'The same hour on every wall, one after the other' },
          ]}
          onChange={(chosen) => change({ zone: chosen })}
        />
      </div>
      {when.form === 'once' && <OncePart when={when} zone={zone} onChange={set} />}
      {when.form === 'rule' && <RepeatPart when={when} zone={zone} today={today} onChange={set} />}
      {when.form === 'dates' && <DatesPart when={when} zone={zone} today={today} onChange={set} />}
      {when.form === 'fiscal' && <FiscalPart when={when} zone={zone} today={today} onChange={set} />}
    </section>
  );
}
