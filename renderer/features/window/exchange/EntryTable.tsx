import { Checkbox } from '../../../ui/Checkbox.tsx';
import type { FileWindow } from '../../../../shared/api/exchangeCalls.ts';
import type { Effect } from '../../../../shared/record/words.ts';
import { hrefOf } from '../../../route.ts';
import { EffectMark } from '../../../ui/EffectMark.tsx';
import { readersClock } from '../../../ui/PlaceTime.tsx';
import { scheduleWords } from '../../../../shared/view/scheduleWords.ts';
import { clockWords, occurrenceWords } from '../windowWords.ts';

export interface EntryTableProps {
  readonly windows: readonly FileWindow[];
  /** Keys of the entries that are not wanted. */
  readonly left: ReadonlySet<string>;
  readonly onLeft: (left: ReadonlySet<string>) => void;
  /** What is said for all of them; null: each its own. */
  readonly effect: Effect | null;
  readonly zone: string;
  readonly isStale: boolean;
}

/** The windows that a file holds, one per line, each to be taken or left. */
export function EntryTable({ windows, left, onLeft, effect, zone, isStale }: EntryTableProps) {
  const wanted = windows.filter(({ key }) => !left.has(key)).length;
  const toggle = (key: string, isWanted: boolean) => {
    const next = new Set(left);
    if (isWanted) next.delete(key);
    else next.add(key);
    onLeft(next);
  };
  return (
    <table className="tg-plain-table tg-exchange-table" data-stale={isStale || undefined}>
      <caption className="tg-visually-hidden">Windows read from the file</caption>
      <thead>
        <tr>
          <th scope="col">
            <Checkbox
              aria-label="Take all"
              isSelected={wanted === windows.length}
              isIndeterminate={wanted > 0 && wanted < windows.length}
              onChange={(all) => onLeft(all ? new Set() : new Set(windows.map(({ key }) => key)))}
            >
              {null}
            </Checkbox>
          </th>
          <th scope="col">Window</th>
          <th scope="col">Effect</th>
          <th scope="col">When</th>
          <th scope="col">Next</th>
        </tr>
      </thead>
      <tbody>
        {windows.map((read) => (
          <EntryRow
            key={read.key}
            read={read}
            effect={effect ?? read.effect}
            zone={read.zone ?? zone}
            isWanted={!left.has(read.key)}
            onWanted={(isWanted) => toggle(read.key, isWanted)}
          />
        ))}
      </tbody>
    </table>
  );
}

interface EntryRowProps {
  readonly read: FileWindow;
  readonly effect: Effect;
  readonly zone: string;
  readonly isWanted: boolean;
  readonly onWanted: (isWanted: boolean) => void;
}

function EntryRow({ read, effect, zone, isWanted, onWanted }: EntryRowProps) {
  const [next] = read.occurrences;
  const other = next && readersClock(next.start, next.zone);
  return (
    <tr data-left={!isWanted || undefined}>
      <td>
        <Checkbox aria-label={`Take ${read.title}`} isSelected={isWanted} onChange={onWanted}>
          {null}
        </Checkbox>
      </td>
      <td>
        <span className="tg-exchange-title">{read.title}</span>
        {read.known && (
          <span className="tg-exchange-note">
            Revises{' '}
            <a href={hrefOf('windows', read.known.window)} target="_self">
              {read.known.title}
            </a>
            , imported before.
          </span>
        )}
        {[...read.appliedTo.map((words) => `There: ${words}`), ...read.notes].map((note) => (
          <span key={note} className="tg-exchange-note">
            {note}
          </span>
        ))}
      </td>
      <td>
        <EffectMark effect={effect} />
        {effect === 'maintenance' && read.closedOutside && <span className="tg-exchange-note">closed outside</span>}
      </td>
      <td>
        {scheduleWords(read.schedule)}
        <span className="tg-exchange-note">by {clockWords(zone)}</span>
      </td>
      <td>
        {next ? occurrenceWords(next) : <span className="tg-quiet">Never again</span>}
        {other && <span className="tg-exchange-note">begins {other}</span>}
      </td>
    </tr>
  );
}
