import { placeTime } from '../../../shared/time/placeTime.ts';
import { hrefOf, navigate } from '../../route.ts';
import { Button } from '../../ui/Button.tsx';
import { readerZone } from '../../ui/readerZone.ts';
import type { Opened } from './openedEditor.ts';
import { shortTitle } from './windowWords.ts';

export interface EditorNoticeProps {
  readonly window: string | null;
  readonly opened: Opened;
  readonly isOutdated: boolean;
  readonly onAnew: (from: 'first' | 'kept') => void;
}

/** Says where the contents come from, when that is not the hand or the record. */
export function EditorNotice({ window, opened, isOutdated, onAnew }: EditorNoticeProps) {
  const { kept, keptAt, other, source } = opened;
  return (
    <>
      {isOutdated && window !== null && (
        <div className="tg-notice" data-tone="warn" role="status">
          <p>Somebody revised this window while you were editing. Signing now would replace their text with yours.</p>
          <Button size="small" onPress={() => onAnew('first')}>
            Discard edits and see theirs
          </Button>
        </div>
      )}
      {kept !== null && keptAt !== null && (
        <div className="tg-notice" role="status">
          <p>Your edits of {placeTime(keptAt, readerZone)} are here again. They are not signed.</p>
          <Button size="small" onPress={() => onAnew('first')}>
            {window === null ? 'Start anew' : 'Discard them'}
          </Button>
        </div>
      )}
      {other !== null && (
        <div className="tg-notice" role="status">
          <p>
            {window === null
              ? `You left “${shortTitle(other.title) || 'a window without a title'}” unfinished.`
              : 'You have unsigned edits, made on an earlier text of this window.'}
          </p>
          <Button size="small" onPress={() => onAnew('kept')}>
            {window === null ? 'Go on with it' : 'Bring them back'}
          </Button>
        </div>
      )}
      {source.kind === 'suggestion' && (
        <div className="tg-notice" role="status">
          <p>
            Ready-made: <strong>{shortTitle(source.title)}</strong>. Change what does not fit; nothing is signed yet.
          </p>
          {source.notes.map((note) => (
            <p key={note} className="tg-quiet">
              {note}
            </p>
          ))}
          <Button size="small" onPress={() => navigate(hrefOf('windows', null, { edit: 'new' }))}>
            Start empty instead
          </Button>
        </div>
      )}
      {source.kind === 'copy' && (
        <div className="tg-notice" role="status">
          <p>
            A copy of <strong>{shortTitle(source.title)}</strong>. Signed, it is a window of its own.
          </p>
        </div>
      )}
    </>
  );
}
