import { Bookmark, BookmarkPlus, ChevronDown, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button as Pressable } from 'react-aria-components';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import type { RememberedView, SavedView } from './useRememberedView.ts';

/** Questions that every board asks. */
const given: readonly SavedView[] = [
  { name: 'All changes', query: '' },
  { name: 'Waiting for me', query: 'mine=waiting' },
  { name: 'Scheduled, soonest first', query: 'states=scheduled&sort=start' },
  {
    name: 'High and critical, open',
    query: 'bands=high,critical&states=assessment,authorization,scheduled&sort=-score',
  },
  { name: 'Emergencies', query: 'types=emergency' },
];

/** Named questions: those every board has, and one's own. */
export function ViewsMenu({ remembered }: { readonly remembered: RememberedView }) {
  const [isNaming, setNaming] = useState(false);
  const { saved, current, show, remove } = remembered;
  const entry = ({ name, query }: SavedView) => ({
    id: `view-${name}`,
    label: name,
    icon: Bookmark,
    isChosen: new URLSearchParams(query).toString() === current,
    onAction: () => show(query),
  });
  return (
    <>
      <Menu
        label="Views"
        placement="bottom end"
        groups={[
          { label: 'Every board', entries: given.map(entry) },
          ...(saved.length > 0 ? [{ label: 'Yours', entries: saved.map(entry) }] : []),
          {
            label: 'This view',
            entries: [
              { id: 'save', label: 'Save as…', icon: BookmarkPlus, onAction: () => setNaming(true) },
              ...saved
                .filter(({ query }) => query === current)
                .map(({ name }) => ({
                  id: `remove-${name}`,
                  label: `Remove “${name}”`,
                  icon: Trash2,
                  onAction: () => remove(name),
                })),
            ],
          },
        ]}
      >
        <Pressable className="tg-button" data-kind="plain">
          Views
          <ChevronDown size={16} aria-hidden />
        </Pressable>
      </Menu>
      {isNaming && <NameView onClose={() => setNaming(false)} onSave={remembered.save} />}
    </>
  );
}

function NameView({ onClose, onSave }: { readonly onClose: () => void; readonly onSave: (name: string) => void }) {
  const [name, setName] = useState('');
  const keep = () => {
    if (name.trim() === '') return;
    onSave(name.trim());
    onClose();
  };
  return (
    <Dialog
      title="Save this view"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Keep it unsaved</Button>
          <Button kind="primary" isDisabled={name.trim() === ''} onPress={keep}>
            Save view
          </Button>
        </>
      }
    >
      <TextInput
        label="Name"
        value={name}
        onChange={setName}
        maxLength={60}
        hint="Filters and order are kept; it appears under Views."
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep();
        }}
      />
    </Dialog>
  );
}
