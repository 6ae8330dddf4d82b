import { ChevronDown } from 'lucide-react';
import { effects } from '../../../../shared/record/words.ts';
import type { AdoptedEntry } from '../../../../shared/view/adoption.ts';
import { scheduleWords } from '../../../../shared/view/scheduleWords.ts';
import { hrefOf } from '../../../route.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { EffectMark } from '../../../ui/EffectMark.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import { effectWords } from '../../../ui/tradeWords.ts';
import { clockWords, occurrenceWords, readersSpan } from '../windowWords.ts';
import { revisionLines } from './revisionLines.ts';
import type { Adoption } from './useAdoption.ts';
import { legibleLine } from '../../../../shared/audit/legible.ts';

export interface EntryRowProps {
  readonly entry: AdoptedEntry;
  readonly onChoice: Adoption['onChoice'];
}

/** One entry: what it becomes, when, and whether it is taken. */
export function EntryRow({ entry: { read, draft, isTaken, isUnchanged }, onChoice }: EntryRowProps) {
  const [next] = read.occurrences;
  const other = next && readersSpan(next);
  const notes = [...read.appliedTo.map((words) => `There: ${words}`), ...read.notes];
  return (
    <tr data-left={!isTaken || undefined}>
      <td>
        <Checkbox
          aria-label={`Take ${read.title}`}
          isSelected={isTaken}
          onChange={(taken) => onChoice([read.key], { isTaken: taken })}
        >
          {null}
        </Checkbox>
      </td>
      <td>
        <bdi className="tg-exchange-title" title={read.title}>
          {read.title}
        </bdi>
        {read.known && (
          <span className="tg-exchange-note">
            {isUnchanged ? 'The same as ' : 'Revises '}
            <a href={hrefOf('windows', read.known.window)} target="_self">
              {legibleLine(read.known.title)}
            </a>
            , imported before{isUnchanged ? '; nothing differs.' : '.'}
          </span>
        )}
        {read.known &&
          revisionLines(read.known, draft).map((line) => (
            <span key={line} className="tg-exchange-note tg-exchange-differs">
              {line}
            </span>
          ))}
        {notes.map((note) => (
          <span key={note} className="tg-exchange-note">
            {note}
          </span>
        ))}
      </td>
      <td>
        <Menu
          label={`Effect of ${read.title}`}
          groups={[
            {
              label: 'Effect of this window',
              entries: effects.map((effect) => ({
                id: effect,
                label: effectWords[effect],
                isChosen: effect === draft.effect,
                onAction: () => onChoice([read.key], { effect }),
              })),
            },
          ]}
        >
          <Button kind="quiet" size="small" aria-label={`Effect of ${read.title}: ${effectWords[draft.effect]}`}>
            <EffectMark effect={draft.effect} />
            <ChevronDown size={12} aria-hidden />
          </Button>
        </Menu>
        {draft.closedOutside && <span className="tg-exchange-note">closed outside of it</span>}
      </td>
      <td>
        <span className="tg-exchange-when" title={scheduleWords(read.schedule)}>
          {scheduleWords(read.schedule)}
        </span>
        <span className="tg-exchange-note">by {clockWords(draft.zone)}</span>
      </td>
      <td>
        {next ? occurrenceWords(next) : <span className="tg-quiet">Never again</span>}
        {other && <span className="tg-exchange-note">{other}</span>}
      </td>
    </tr>
  );
}
