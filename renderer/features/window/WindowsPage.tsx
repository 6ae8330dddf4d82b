import { useAsked } from '../../api/useAsked.ts';
import { useRoute } from '../../route.ts';
import { NotOffered } from '../../ui/NotOffered.tsx';
import { Page } from '../../ui/Page.tsx';
import { WindowEditor } from './WindowEditor.tsx';
import { WindowDetailView } from './WindowDetailView.tsx';
import { ImportWindowsPage } from './exchange/ImportWindowsPage.tsx';
import { SuggestPage } from './suggest/SuggestPage.tsx';
import { WindowList } from './WindowList.tsx';
import './window.css';
import './editor.css';
import './scope.css';
import './when.css';
import './preview.css';

/** Windows: the list, one of them, the editor, a file of another program, or what is ready-made. */
export function WindowsPage() {
  const { id, query } = useRoute();
  const me = useAsked('app.status', {}).data?.me;
  const isWriting = ['edit', 'import', 'suggest'].some((asked) => query.has(asked));
  if (isWriting && me && !me.may.window) {
    return (
      <Page title="Windows">
        <NotOffered me={me} what="window" />
      </Page>
    );
  }
  if (query.get('edit') === 'new') return <WindowEditor key={`new ${query.toString()}`} window={null} />;
  if (query.has('import')) return <ImportWindowsPage />;
  if (query.has('suggest')) return <SuggestPage />;
  if (id !== null) return query.has('edit') ? <WindowEditor key={id} window={id} /> : <WindowDetailView window={id} />;
  return <WindowList />;
}
