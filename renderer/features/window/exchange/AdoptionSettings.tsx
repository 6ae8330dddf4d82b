import type { MeView } from '../../../../shared/api/appCalls.ts';
import type { Catalogue } from '../../../../shared/api/mapCalls.ts';
import { windowFormats, type WindowFormat } from '../../../../shared/exchange/windowReading.ts';
import { effects } from '../../../../shared/record/words.ts';
import { zoneName } from '../../../../shared/time/placeTime.ts';
import type { AdoptionForm } from '../../../../shared/view/adoption.ts';
import type { WindowForm } from '../../../../shared/view/windowForm.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { readerZone } from '../../../ui/readerZone.ts';
import { Select } from '../../../ui/Select.tsx';
import { effectWords } from '../../../ui/tradeWords.ts';
import { OwnerPart } from '../OwnerPart.tsx';
import { ScopePart } from '../ScopePart.tsx';
import { formatWords } from './formatWords.ts';
import type { Adoption } from './useAdoption.ts';

export interface AdoptionSettingsProps {
  readonly adoption: Adoption;
  readonly catalogue: Catalogue;
  readonly me: MeView;
}

/** What is said once for all windows of the file: no file knows a board's places. */
export function AdoptionSettings({ adoption, catalogue, me }: AdoptionSettingsProps) {
  const { common, onCommon: onChange, format, onFormat, join, onJoin, isCovered, needsCover, entries } = adoption;
  const joinable = adoption.asked.data?.joinable ?? 0;
  const hasFloating = entries.some(({ read }) => read.zone === null);
  const known = entries.filter(({ read }) => read.known !== null).length;
  const zones = [...new Set([common.zone, me.zone, readerZone, ...catalogue.sites.map(({ zone }) => zone)])];
  // The parts of the editor hold a whole form; of the parts used here only what is common is read or changed.
  const form = common as unknown as WindowForm;
  const change = (part: Partial<WindowForm>) => onChange(part as Partial<AdoptionForm>);
  return (
    <form
      className="tg-exchange-settings"
      onSubmit={(event) => event.preventDefault()}
      aria-label="For all windows of the file"
    >
      <section className="tg-editor-part" aria-label="Read as">
        <h2>Read as</h2>
        <Select<WindowFormat>
          label="Format"
          value={format}
          onChange={onFormat}
          options={windowFormats.map((id) => ({ id, label: formatWords[id] }))}
        />
        <Select
          label="Effect"
          value={common.effect ?? 'read'}
          onChange={(effect) => onChange({ effect: effect === 'read' ? null : effect })}
          options={[
            { id: 'read' as const, label: 'As the file says' },
            ...effects.map((id) => ({ id, label: effectWords[id] })),
          ]}
        />
        <Select
          label="Clock for times without one"
          value={common.zone}
          isDisabled={!hasFloating}
          hint={hasFloating || entries.length === 0 ? undefined : 'Every entry of this file has its own.'}
          onChange={(zone) => onChange({ zone })}
          options={[
            ...zones.filter((id) => id !== 'site').map((id) => ({ id, label: `${zoneName(id)} time` })),
            { id: 'site', label: 'Each site’s own clock' },
          ]}
        />
        {joinable > 0 && (
          <Checkbox isSelected={join} onChange={onJoin}>
            {`The ${String(joinable)} single days as one window of named dates`}
          </Checkbox>
        )}
        {known > 0 && (
          <Checkbox isSelected={common.keepsKnown} onChange={(keepsKnown) => onChange({ keepsKnown })}>
            {known === entries.length
              ? 'They keep what they cover, their owner and reason: only times and titles are revised'
              : `The ${String(known)} imported before keep what they cover, their owner and reason`}
          </Checkbox>
        )}
      </section>
      <ScopePart form={form} catalogue={catalogue} change={change} />
      {!isCovered && needsCover && entries.length > 0 && (
        <p className="tg-exchange-missing" role="status">
          Say what they cover: list something, or choose everything.
        </p>
      )}
      <OwnerPart form={form} catalogue={catalogue} change={change} me={me} />
    </form>
  );
}
