import { useState } from 'react';
import { useAsked } from '../../../api/useAsked.ts';
import { useCatalogue } from '../../../api/useCatalogue.ts';
import { hrefOf, navigate } from '../../../route.ts';
import { Button } from '../../../ui/Button.tsx';
import { Loading } from '../../../ui/Loading.tsx';
import { Page } from '../../../ui/Page.tsx';
import { readerZone } from '../../../ui/readerZone.ts';
import { ChooseCalendar, type ChosenFile } from './ChooseCalendar.tsx';
import { ReadFilePage } from './ReadFilePage.tsx';
import './exchange.css';

/** Brings windows of another program onto the board: choose a file, look, say what they cover, sign. */
export function ImportWindowsPage() {
  const [file, setFile] = useState<ChosenFile | null>(null);
  const status = useAsked('app.status', {});
  const { catalogue } = useCatalogue();
  const me = status.data?.me;
  if (file !== null && me && catalogue) {
    return (
      <ReadFilePage
        key={file.name}
        file={file}
        me={me}
        catalogue={catalogue}
        readerZone={readerZone}
        onAnother={() => setFile(null)}
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
      {file === null ? <ChooseCalendar onFile={setFile} /> : <Loading what="the file" rows={8} />}
    </Page>
  );
}
