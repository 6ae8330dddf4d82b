import { useState } from 'react';
import { readDateLines } from '../../../shared/view/dateLines.ts';
import type { DatedSpan } from '../../../shared/view/scheduleForms.ts';
import { Button } from '../../ui/Button.tsx';
import { countWords } from '../../ui/spanWords.ts';
import { TextArea } from '../../ui/TextArea.tsx';

export interface PasteDatesProps {
  readonly onAdd: (spans: readonly DatedSpan[]) => void;
  readonly onCancel: () => void;
}

const SHOWN_UNREAD = 5;

/** Many dates at once, one a line; says which lines are none before anything is added. */
export function PasteDates({ onAdd, onCancel }: PasteDatesProps) {
  const [text, setText] = useState('');
  const { spans, unread } = readDateLines(text);
  return (
    <div className="tg-span-fields" data-wide role="group" aria-label="Paste dates">
      <TextArea
        label="Dates, one a line"
        rows={5}
        value={text}
        onChange={setText}
        placeholder={'2026-12-24 18:00 - 2026-12-27 06:00 Christmas\n1 May 2027 Labour Day'}
        hint="A day without a time is the whole day. What stands behind the times is the name."
      />
      {unread.length > 0 && (
        <div className="tg-unread" role="status">
          <p>{countWords(unread.length, 'line')} cannot be read as a date and would be left out:</p>
          <ul>
            {unread.slice(0, SHOWN_UNREAD).map(({ line, text: written }) => (
              <li key={line} className="tg-clip" title={written}>
                <span className="tg-quiet">line {line}</span> {written}
              </li>
            ))}
          </ul>
          {unread.length > SHOWN_UNREAD && <p>and {unread.length - SHOWN_UNREAD} more.</p>}
        </div>
      )}
      <div className="tg-row">
        <Button size="small" isDisabled={spans.length === 0} onPress={() => onAdd(spans)}>
          Add {countWords(spans.length, 'date')}
        </Button>
        <Button size="small" kind="quiet" onPress={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
