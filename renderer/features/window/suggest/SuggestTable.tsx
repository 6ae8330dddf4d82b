import type { SuggestionRow } from '../../../../shared/api/suggestionCalls.ts';
import { toInstant } from '../../../../shared/time/instant.ts';
import { zoneName } from '../../../../shared/time/placeTime.ts';
import { hrefOf } from '../../../route.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { EffectMark } from '../../../ui/EffectMark.tsx';
import { readersClock } from '../../../ui/PlaceTime.tsx';
import { occurrenceWords } from '../windowWords.ts';
import { asksDays } from './suggestWords.ts';

export interface SuggestTableProps {
  readonly rows: readonly SuggestionRow[];
  readonly picked: ReadonlySet<string>;
  readonly onPick: (ids: readonly string[], isPicked: boolean) => void;
  /** The one whose panel is open. */
  readonly opened: string | null;
  readonly onOpen: (id: string) => void;
  readonly isStale: boolean;
}

/** May it be proposed as it stands? Not what has been adopted, what fits nothing here, or what has no days yet. */
export function isReady(row: SuggestionRow): boolean {
  return row.adopted.length === 0 && row.covers !== null && !asksDays(row);
}

/** Ready-made windows, one per line: what it does, why, what it would cover, when it comes next. */
export function SuggestTable({ rows, picked, onPick, opened, onOpen, isStale }: SuggestTableProps) {
  const ready = rows.filter(isReady).map(({ id }) => id);
  const taken = ready.filter((id) => picked.has(id)).length;
  return (
    <table className="tg-window-table tg-suggest-table" data-stale={isStale || undefined}>
      <thead>
        <tr>
          <th scope="col">
            <Checkbox
              aria-label="Pick all"
              isDisabled={ready.length === 0}
              isSelected={taken > 0 && taken === ready.length}
              isIndeterminate={taken > 0 && taken < ready.length}
              onChange={(all) => onPick(ready, all)}
            >
              {null}
            </Checkbox>
          </th>
          <th scope="col">Effect</th>
          <th scope="col">Window</th>
          <th scope="col">Would cover</th>
          <th scope="col">Now or next</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} data-opened={row.id === opened || undefined}>
            <td>
              <Checkbox
                aria-label={`Pick ${row.title}`}
                isDisabled={!isReady(row)}
                isSelected={picked.has(row.id)}
                onChange={(isPicked) => onPick([row.id], isPicked)}
              >
                {null}
              </Checkbox>
            </td>
            <td>
              <EffectMark effect={row.effect} />
            </td>
            <td className="tg-suggest-what">
              <button
                type="button"
                className="tg-suggest-open"
                data-suggestion={row.id}
                aria-expanded={row.id === opened}
                onClick={() => onOpen(row.id)}
              >
                {row.title}
              </button>
              <span>{row.words}</span>
              <Adopted row={row} />
            </td>
            <td className="tg-suggest-covers">
              {row.covers ?? <span className="tg-quiet">Nothing of yours there by name: the editor asks.</span>}
            </td>
            <td>
              <Next row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Adopted({ row }: { readonly row: SuggestionRow }) {
  if (row.adopted.length === 0) return null;
  return (
    <span className="tg-suggest-adopted">
      Already adopted:{' '}
      {row.adopted.map(({ window, title, proposed }, index) => (
        <span key={window}>
          {index > 0 && ', '}
          <a href={hrefOf('windows', window)} target="_self">
            {title}
          </a>
          {proposed && ' (proposed)'}
        </span>
      ))}
    </span>
  );
}

function Next({ row }: { readonly row: SuggestionRow }) {
  if (asksDays(row)) return <span className="tg-quiet">You name its days</span>;
  if (row.next === null) return <span className="tg-quiet">None ahead</span>;
  const other = readersClock(row.next.start, row.next.zone);
  return (
    <span className="tg-suggest-next">
      <time dateTime={toInstant(row.next.start)}>
        {occurrenceWords(row.next)} <span className="tg-quiet">{zoneName(row.next.zone)}</span>
      </time>
      {other && <span className="tg-quiet">begins {other}</span>}
      {row.zone === 'site' && <span className="tg-quiet">and so by each site’s own clock</span>}
    </span>
  );
}
