import { useRoute } from '../../route.ts';
import { WindowEditor } from './WindowEditor.tsx';
import { WindowDetailView } from './WindowDetailView.tsx';
import { WindowList } from './WindowList.tsx';
import './window.css';
import './editor.css';

/** Windows: the list, one of them, or the editor. */
export function WindowsPage() {
  const { id, query } = useRoute();
  if (query.get('edit') === 'new') return <WindowEditor key="new" window={null} />;
  if (id !== null) return query.has('edit') ? <WindowEditor key={id} window={id} /> : <WindowDetailView window={id} />;
  return <WindowList />;
}
