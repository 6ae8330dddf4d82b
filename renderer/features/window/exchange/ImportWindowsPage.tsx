import { useState } from 'react';
import { useAsked } from '../../../api/useAsked.ts';
import { useCatalogue } from '../../../api/useCatalogue.ts';
import { hrefOf, navigate } from '../../../route.ts';
import { Button } from '../../../ui/Button.tsx';
import { Loading } from '../../../ui/Loading.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { readerZone } from '../../../ui/readerZone.ts';
import { ChooseCalendar } from './ChooseCalendar.tsx';
import { ReadFilePage } from './ReadFilePage.tsx';
import type { ChosenFile } from './readTextFile.ts';
import './exchange.css';

const none = { files: [] as readonly ChosenFile[], at: 0 };

/** Brings windows of another program onto the board: choose files, look, say what they cover, sign. */
export function ImportWindowsPage() {
  const [{ files, at }, setChosen] = useState(none);
  const status = useAsked('app.status', {});
  const { catalogue } = useCatalogue();
  const me = status.data?.me;
  const file = files[at];
  if (file && me && catalogue) {
    return (
      <ReadFilePage
        key={at}
        file={file}
        place={files.length > 1 ? `File ${String(at + 1)} of ${String(files.length)}.` : null}
        me={me}
        catalogue={catalogue}
        readerZone={readerZone}
        next={at + 1 < files.length ? () => setChosen({ files, at: at + 1 }) : null}
        onAnother={() => setChosen(none)}
      />
    );
  }
  return (
    <Page
      title="Import windows"
      sentence="Nothing is on the board before you have seen it and signed it."
      actions={
        <Button kind="quiet" onPress={() => navigate(hrefOf('windows'))}>
          Leave
        </Button>
      }
    >
      {status.isError && <Problem error={status.error} onRetry={() => void status.refetch()} />}
      {file ? (
        <Loading what="the file" rows={8} />
      ) : (
        <ChooseCalendar onFiles={(chosen) => setChosen({ files: chosen, at: 0 })} />
      )}
    </Page>
  );
}
