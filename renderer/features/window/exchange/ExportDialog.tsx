import { useState } from 'react';
import type { ChangeFilter } from '../../../../shared/api/filter.ts';
import { effects as allEffects, type Effect } from '../../../../shared/record/words.ts';
import { DAY_MS, type Ms, type Period } from '../../../../shared/time/instant.ts';
import { placeDay } from '../../../../shared/time/placeTime.ts';
import { useAsk } from '../../../api/AskContext.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { saveBytes } from '../../../ui/saveBytes.ts';
import { Select } from '../../../ui/Select.tsx';
import { countWords } from '../../../ui/spanWords.ts';
import { TextInput } from '../../../ui/TextInput.tsx';
import { showToast } from '../../../ui/Toast.tsx';
import { effectWords } from '../../../ui/tradeWords.ts';
import './exchange.css';

export interface ExportDialogProps {
  /** What it is called in the other program unless the reader says otherwise. */
  readonly name: string;
  /** What the view shows; null where it shows no time of its own. */
  readonly shown: Period | null;
  readonly now: Ms;
  readonly zone: string;
  /** The view's filter; null for a view without changes. */
  readonly filter: ChangeFilter | null;
  /** The view's windows, by what they do; none named: all of them. */
  readonly effects?: readonly Effect[];
  /** The windows of the view; absent: all. */
  readonly only?: readonly string[];
  readonly onClose: () => void;
}

const spans = { shown: 'What is shown', quarter: 'The next three months', year: 'The next year', years: 'Three years' };
type SpanChoice = keyof typeof spans;

/** Hands the view to another calendar program, as a file. */
export function ExportDialog(props: ExportDialogProps) {
  const { name: first, shown, now, zone, filter, effects: viewed = [], only, onClose } = props;
  const ask = useAsk();
  const [name, setName] = useState(first);
  const [span, setSpan] = useState<SpanChoice>(shown ? 'shown' : 'year');
  const [effects, setEffects] = useState<readonly Effect[]>(viewed.length > 0 ? viewed : allEffects);
  const [withChanges, setWithChanges] = useState(filter !== null);
  const [isWriting, setWriting] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const days = { shown: 0, quarter: 92, year: 366, years: 1_097 }[span];
  const period = span === 'shown' && shown ? shown : { start: now - 7 * DAY_MS, end: now + days * DAY_MS };

  const write = async () => {
    setWriting(true);
    setProblem(null);
    try {
      const file = await ask('calendar.export', {
        name: name.trim(),
        start: Math.floor(period.start),
        end: Math.ceil(period.end),
        zone,
        changes: withChanges && filter ? filter : null,
        effects: only ? [] : [...effects],
        ...(only && { only: [...only] }),
        ...(filter?.sites && filter.sites.length > 0 && { sites: [...filter.sites] }),
      });
      saveBytes(file.name, new TextEncoder().encode(file.text), 'text/calendar;charset=utf-8');
      showToast({ text: `${file.name}: ${countWords(file.events, 'entry', 'entries')}.` });
      onClose();
    } catch (error) {
      setProblem(error);
    } finally {
      setWriting(false);
    }
  };
  const isEmpty = !withChanges && !only && effects.length === 0;

  return (
    <Dialog
      title="Export as .ics"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" isDisabled={isWriting || isEmpty || name.trim() === ''} onPress={() => void write()}>
            Save the file
          </Button>
        </>
      }
    >
      <div className="tg-stack">
        <TextInput label="Calendar’s name" value={name} maxLength={120} onChange={setName} />
        <Select<SpanChoice>
          label="Period"
          value={span}
          onChange={setSpan}
          hint={`${placeDay(period.start, zone)} to ${placeDay(period.end - 1, zone)}. Windows that repeat by a plain rule go on after it.`}
          options={(['shown', 'quarter', 'year', 'years'] as const)
            .filter((id) => id !== 'shown' || shown !== null)
            .map((id) => ({ id, label: spans[id] }))}
        />
        {only ? (
          <p>{only.length === 1 ? 'This window alone.' : `${countWords(only.length, 'window')}, as listed.`}</p>
        ) : (
          <fieldset className="tg-exchange-choices">
            <legend className="tg-label">Windows</legend>
            {allEffects.map((effect) => (
              <Checkbox
                key={effect}
                isSelected={effects.includes(effect)}
                onChange={(on) =>
                  setEffects((old) => (on ? [...old, effect] : old.filter((other) => other !== effect)))
                }
              >
                {effectWords[effect]}
              </Checkbox>
            ))}
          </fieldset>
        )}
        {filter !== null && (
          <Checkbox isSelected={withChanges} onChange={setWithChanges}>
            Changes, as the filters let them through
          </Checkbox>
        )}
        {problem ? <Problem compact error={problem} /> : null}
      </div>
    </Dialog>
  );
}
