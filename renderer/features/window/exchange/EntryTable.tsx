import { useState } from 'react';
import type { AdoptedEntry } from '../../../../shared/view/adoption.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { EntryRow } from './EntryRow.tsx';
import type { Adoption } from './useAdoption.ts';

/** Drawn at once; more when asked for. */
const PAGE = 200;

export interface EntryTableProps {
  readonly entries: readonly AdoptedEntry[];
  readonly adoption: Adoption;
}

/** The windows that a file holds, one per line, each to be taken or left. */
export function EntryTable({ entries, adoption }: EntryTableProps) {
  const { asked, onChoice } = adoption;
  const [most, setMost] = useState(PAGE);
  const taken = entries.filter(({ isTaken }) => isTaken).length;
  const rest = entries.length - most;
  return (
    <>
      <table className="tg-plain-table tg-exchange-table" data-stale={asked.isPlaceholderData || undefined}>
        <caption className="tg-hidden">Windows read from the file</caption>
        <thead>
          <tr>
            <th scope="col">
              <Checkbox
                aria-label={`Take all ${String(entries.length)}`}
                isSelected={taken === entries.length}
                isIndeterminate={taken > 0 && taken < entries.length}
                onChange={(isTaken) =>
                  onChoice(
                    entries.map(({ read }) => read.key),
                    { isTaken },
                  )
                }
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
          {entries.slice(0, most).map((entry) => (
            <EntryRow key={entry.read.key} entry={entry} onChoice={onChoice} />
          ))}
        </tbody>
      </table>
      {rest > 0 && (
        <div className="tg-row">
          <Button onPress={() => setMost(most + PAGE)}>Show {Math.min(PAGE, rest)} more</Button>
          <span className="tg-quiet">
            {most.toLocaleString('en-GB')} of {entries.length.toLocaleString('en-GB')} are shown; those not shown are
            taken as well.
          </span>
        </div>
      )}
    </>
  );
}
