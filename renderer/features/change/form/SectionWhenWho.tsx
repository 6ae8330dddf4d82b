import { MINUTE_MS, toInstant, toMs } from '../../../../shared/time/instant.ts';
import { PlaceTimeInput } from '../../../ui/PlaceTimeInput.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import { lengthWords } from '../../../ui/spanWords.ts';
import { roleWords } from '../../../ui/tradeWords.ts';
import { startingAt, USUAL_MINUTES } from './emptyDraft.ts';
import { FormSection, Spot, type SectionProps } from './FormSection.tsx';

/** When, by the clock of the place, and by whose hand. */
export function SectionWhenWho({ body, edit, names, problems }: SectionProps) {
  const { timing } = body;
  const place = names.place(body.sites);
  const at = { zone: place.zone, place: place.name };
  const people = names.catalogue?.people.map(({ person, name, roles }) => ({
    id: person,
    label: name,
    detail: roles.map((role) => roleWords[role]).join(', '),
  }));
  const bound = (name: 'earliestStart' | 'latestEnd') => (value: number | null) => {
    if (timing && value !== null) edit({ ...body, timing: { ...timing, [name]: toInstant(value) } });
  };
  return (
    <FormSection title="When and who">
      <Spot field="timing" half>
        <PlaceTimeInput
          label="Start"
          {...at}
          value={timing && toMs(timing.start)}
          onChange={(start) => edit(start === null ? { ...body, timing: null } : startingAt(body, start))}
          error={problems.get('timing') ?? problems.get('timing.start')}
        />
      </Spot>
      <Spot field="timing.minutes" half>
        <TextInput
          label="Length in minutes"
          inputMode="numeric"
          value={timing ? String(timing.minutes) : ''}
          isDisabled={!timing}
          placeholder={String(USUAL_MINUTES)}
          hint={timing ? lengthWords(timing.minutes * MINUTE_MS) : 'Give a start first, or take a free slot.'}
          onChange={(text) => {
            const minutes = Math.min(5_256_000, Math.max(1, Number.parseInt(text, 10) || 1)); // the record's bounds
            if (!timing) return;
            const start = toMs(timing.start);
            const end = start + minutes * MINUTE_MS;
            edit({
              ...body,
              timing: { ...timing, minutes, latestEnd: toInstant(Math.max(end, toMs(timing.latestEnd))) },
            });
          }}
        />
      </Spot>
      {timing && (
        <>
          <Spot field="timing.earliestStart" half>
            <PlaceTimeInput
              label="Earliest start"
              {...at}
              value={toMs(timing.earliestStart)}
              onChange={bound('earliestStart')}
              error={problems.get('timing.earliestStart')}
            />
          </Spot>
          <Spot field="timing.latestEnd" half>
            <PlaceTimeInput
              label="Latest end"
              {...at}
              value={toMs(timing.latestEnd)}
              onChange={bound('latestEnd')}
              error={problems.get('timing.latestEnd')}
            />
          </Spot>
          <p className="tg-field-hint tg-form-note">
            The agreed time: whoever approves agrees to the work anywhere between these two. The gate lets nothing
            through outside of it, and leaving it takes new approvals. Keep room for the way back.
          </p>
        </>
      )}
      <Spot field="implementer" half>
        <Select
          label="Carried out by"
          options={people ?? []}
          value={body.implementer || null}
          onChange={(implementer) => edit({ ...body, implementer })}
          hint="Cannot approve this change."
          error={problems.get('implementer')}
        />
      </Spot>
    </FormSection>
  );
}
