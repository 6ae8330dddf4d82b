import { useState } from 'react';
import type { MeView } from '../../../../shared/api/appCalls.ts';
import { MOST_ADOPTED } from '../../../../shared/api/exchangeCalls.ts';
import type { Catalogue } from '../../../../shared/api/mapCalls.ts';
import { hrefOf, navigate } from '../../../route.ts';
import { Button } from '../../../ui/Button.tsx';
import { Page } from '../../../ui/Page.tsx';
import { countWords } from '../../../ui/spanWords.ts';
import { useLeaveGuard } from '../useLeaveGuard.ts';
import { AdoptDialog } from './AdoptDialog.tsx';
import { AdoptionSettings } from './AdoptionSettings.tsx';
import { LeaveFileDialog } from './LeaveFileDialog.tsx';
import { ReadEntries } from './ReadEntries.tsx';
import type { ChosenFile } from './readTextFile.ts';
import { useAdoption } from './useAdoption.ts';

export interface ReadFilePageProps {
  readonly file: ChosenFile;
  /** "File 2 of 3."; null for one alone. */
  readonly place: string | null;
  readonly me: MeView;
  readonly catalogue: Catalogue;
  readonly readerZone: string;
  /** Goes to the file after this one; null for the last. */
  readonly next: (() => void) | null;
  readonly onAnother: () => void;
}

/** What a file holds, which of it is wanted, and what is said of all of it once. */
export function ReadFilePage({ file, place, me, catalogue, readerZone, next, onAnother }: ReadFilePageProps) {
  const adoption = useAdoption(file, me, catalogue, readerZone);
  const { asked, taken, common, isCovered, needsCover, isTouched } = adoption;
  const view = asked.data;
  const [signing, setSigning] = useState<'published' | 'proposed' | null>(null);
  const [isTurning, setTurning] = useState(false);
  const guard = useLeaveGuard(isTouched);
  const turn = next ?? onAnother;
  const isReady =
    taken.length > 0 && taken.length <= MOST_ADOPTED && (isCovered || !needsCover) && !asked.isPlaceholderData;
  const adopted = (windows: readonly string[]) => {
    guard.leave();
    if (next) return next();
    navigate(hrefOf('windows', null, { only: windows }));
  };

  return (
    <Page
      title={`Import ${file.name || 'pasted text'}`}
      sentence={[place, 'Nothing is on the board before you sign it.'].filter(Boolean).join(' ')}
      layout="fill"
      actions={
        <>
          <Button kind="quiet" onPress={() => navigate(hrefOf('windows'))}>
            Leave
          </Button>
          <Button onPress={() => (isTouched ? setTurning(true) : turn())}>{next ? 'Next file' : 'Another file'}</Button>
          <Button isDisabled={!isReady} onPress={() => setSigning('published')}>
            Publish {taken.length.toLocaleString('en-GB')}…
          </Button>
          <Button kind="primary" isDisabled={!isReady} onPress={() => setSigning('proposed')}>
            Propose {taken.length.toLocaleString('en-GB')}…
          </Button>
        </>
      }
    >
      <div className="tg-exchange">
        <AdoptionSettings adoption={adoption} catalogue={catalogue} me={me} />
        <ReadEntries adoption={adoption} file={file} />
      </div>
      {signing !== null && (
        <AdoptDialog
          entries={taken.map(({ read, draft }) => ({ window: read.known?.window ?? null, draft }))}
          standing={signing}
          from={file.name || 'pasted text'}
          zone={common.zone === 'site' ? readerZone : common.zone}
          onPropose={() => setSigning('proposed')}
          onSigned={adopted}
          onClose={() => setSigning(null)}
        />
      )}
      {(guard.wanted !== null || isTurning) && (
        <LeaveFileDialog
          what={view ? countWords(taken.length, 'window') : 'The file'}
          onStay={() => {
            setTurning(false);
            guard.stay();
          }}
          onLeave={() => (isTurning ? turn() : guard.leave())}
        />
      )}
    </Page>
  );
}
