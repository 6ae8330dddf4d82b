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

export interface AdoptionSettingsProps {
  readonly common: AdoptionForm;
  readonly onChange: (part: Partial<AdoptionForm>) => void;
  readonly catalogue: Catalogue;
  readonly me: MeView;
  readonly format: WindowFormat | null;
  readonly onFormat: (format: WindowFormat) => void;
  readonly join: boolean;
  readonly onJoin: (join: boolean) => void;
  readonly joinable: number;
  readonly isCovered: boolean;
  /** Some entries have no clock of their own. */
  readonly hasFloating: boolean;
}

/** What is said once for all windows of the file: no file knows a board's places. */
export function AdoptionSettings(props: AdoptionSettingsProps) {
  const { common, onChange, catalogue, me, format, onFormat, join, onJoin, joinable, isCovered, hasFloating } = props;
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
          hint={hasFloating ? undefined : 'Every entry of this file has its own.'}
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
      </section>
      <ScopePart form={form} catalogue={catalogue} change={change} />
      {!isCovered && (
        <p className="tg-exchange-missing" role="status">
          Say what they cover: list something, or choose everything.
        </p>
      )}
      <OwnerPart form={form} catalogue={catalogue} change={change} me={me} />
    </form>
  );
}
