import { useEffect, useRef, useState } from 'react';
import { MOST_ADOPTED } from '../../../../shared/api/exchangeCalls.ts';
import { Button } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Loading } from '../../../ui/Loading.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { countWords } from '../../../ui/spanWords.ts';
import { TextInput } from '../../../ui/TextInput.tsx';
import { EntryTable } from './EntryTable.tsx';
import { formatWords } from './formatWords.ts';
import type { ChosenFile } from './readTextFile.ts';
import { RefusedList } from './RefusedList.tsx';
import { TooMany } from './TooMany.tsx';
import type { Adoption } from './useAdoption.ts';

/** So many are looked through at a glance. */
const FEW = 12;
/** A longer text takes a moment to read, and it is said how long it is. */
const LONG_TEXT = 100_000;

/** What was read of a file: its windows, and what was refused. */
export function ReadEntries({ adoption, file }: { readonly adoption: Adoption; readonly file: ChosenFile }) {
  const { asked, entries, taken, onChoice } = adoption;
  const [search, setSearch] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const view = asked.data;
  const isRead = view !== undefined;
  useEffect(() => {
    if (isRead) heading.current?.focus();
  }, [isRead]);
  const wanted = search.trim().toLowerCase();
  const shown = wanted === '' ? entries : entries.filter(({ read }) => read.title.toLowerCase().includes(wanted));
  const unchanged = entries.filter(({ isUnchanged }) => isUnchanged).length;

  return (
    <div className="tg-exchange-read">
      {asked.isPending && (
        <>
          <p role="status">
            {file.text.length > LONG_TEXT
              ? `Reading ${file.text.length.toLocaleString('en-GB')} characters; this may take some seconds.`
              : 'Reading.'}
          </p>
          <Loading what="the file" rows={8} />
        </>
      )}
      {asked.isError && <Problem error={asked.error} onRetry={() => void asked.refetch()} />}
      {view && (
        <div className="tg-exchange-head">
          <h2 className="tg-heading" tabIndex={-1} ref={heading}>
            {countWords(entries.length, 'window')} read,{' '}
            {view.refused.length === 0
              ? 'nothing refused'
              : `${countWords(view.refused.length, 'entry', 'entries')} refused`}
          </h2>
          {file.notes.map((note) => (
            <p key={note} className="tg-exchange-note">
              {note}
            </p>
          ))}
          {unchanged > 0 && (
            <p className="tg-exchange-note">
              {countWords(unchanged, 'window')} on the board already in the same words; not taken again.
            </p>
          )}
        </div>
      )}
      {view && entries.length > FEW && (
        <div className="tg-row tg-exchange-tools">
          <TextInput
            label="Search the windows of the file"
            hideLabel
            placeholder="Search titles"
            value={search}
            onChange={setSearch}
          />
          {wanted !== '' && (
            <Button
              isDisabled={shown.length === 0}
              onPress={() => {
                onChoice(keysOf(entries), { isTaken: false });
                onChoice(keysOf(shown), { isTaken: true });
              }}
            >
              Take only these {shown.length.toLocaleString('en-GB')}
            </Button>
          )}
        </div>
      )}
      {taken.length > MOST_ADOPTED && <TooMany taken={taken} entries={entries} onChoice={onChoice} />}
      {view && entries.length === 0 && (
        <Empty title="No window can be made of this file.">
          {view.refused.length === 0
            ? `It was read as ${formatWords[view.format]} and holds no such entry. If that is the wrong format, choose another on the left.`
            : `It was read as ${formatWords[view.format]}. Each entry stands below with the reason; if that is the wrong format, choose another on the left.`}
        </Empty>
      )}
      {view && entries.length > 0 && shown.length === 0 && (
        <Empty title="No title matches.">Change the search to see the others.</Empty>
      )}
      {view && shown.length > 0 && <EntryTable key={wanted} entries={shown} adoption={adoption} />}
      {view && view.refused.length > 0 && <RefusedList refused={view.refused} />}
    </div>
  );
}

function keysOf(entries: Adoption['entries']): string[] {
  return entries.map(({ read }) => read.key);
}
