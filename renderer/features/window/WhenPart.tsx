import type { Repeat } from '../../../shared/view/repeat.ts';
import type { WhenForm } from '../../../shared/view/windowForm.ts';
import { zoneName } from '../../../shared/time/placeTime.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { DateTimeField } from './DateTimeField.tsx';
import type { PartProps } from './partProps.ts';
import { RepeatPart } from './RepeatPart.tsx';
import { scheduleWords } from './scheduleWords.ts';
import { Switcher } from './Switcher.tsx';

const weekly: Repeat = { every: 'week', interval: 1, on: ['MO'] };

/** The schedule in the other form, keeping what can be kept. */
function switched(when: WhenForm, form: 'once' | 'repeat'): WhenForm {
  if (when.form === form) return when;
  if (form === 'once') {
    const from = when.form === 'repeat' ? `${when.start.from}T${when.start.time}` : '';
    return { form: 'once', start: from, end: '' };
  }
  const [from = '', time = '00:00'] = when.form === 'once' ? when.start.split('T') : [];
  return { form: 'repeat', start: { from, time, repeat: weekly }, end: { days: 0, hours: 4, minutes: 0 }, skipped: [] };
}

/** When it is: whose clock, once or again and again. */
export function WhenPart({ form, catalogue, change }: PartProps) {
  const { when, zone } = form;
  const zones = new Map(catalogue.sites.map((site) => [site.zone, zoneName(site.zone)]));
  if (zone !== 'site') zones.set(zone, zoneName(zone));
  return (
    <section className="tg-editor-part" aria-label="When it is">
      <h2>When</h2>
      <div className="tg-pair">
        <Switcher
          label="How often"
          value={when.form === 'kept' ? null : when.form}
          options={[
            { id: 'once', label: 'Once' },
            { id: 'repeat', label: 'Again and again' },
          ]}
          onChange={(to) => change({ when: switched(when, to) })}
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
      {when.form === 'once' && (
        <div className="tg-pair">
          <DateTimeField label="From" value={when.start} onChange={(start) => change({ when: { ...when, start } })} />
          <DateTimeField
            label="To"
            value={when.end}
            min={when.start}
            onChange={(end) => change({ when: { ...when, end } })}
          />
        </div>
      )}
      {when.form === 'repeat' && <RepeatPart when={when} onChange={(next) => change({ when: next })} />}
      {when.form === 'kept' && (
        <div className="tg-kept">
          <p>{scheduleWords(when.schedule)}.</p>
          <p className="tg-quiet">This schedule says more than the fields here can; it is kept as it is.</p>
          <Button size="small" onPress={() => change({ when: switched(when, 'repeat') })}>
            Write it anew
          </Button>
        </div>
      )}
    </section>
  );
}
