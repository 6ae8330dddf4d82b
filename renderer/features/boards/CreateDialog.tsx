import { useState } from 'react';
import { useCommand } from '../../api/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { countWords } from '../../ui/spanWords.ts';
import './boards.css';
import { emptyFounding, foundingOf, missingIn, namedRows, type FoundingForm } from './founding.ts';
import { FoundingPeople } from './FoundingPeople.tsx';
import { FoundingPlaces } from './FoundingPlaces.tsx';
import { RootKeyDialog } from './RootKeyDialog.tsx';

/** Founds a board: few fields, and what will be made is said before it is. */
export function CreateDialog({ onClose }: { readonly onClose: () => void }) {
  const [form, setForm] = useState(emptyFounding);
  const create = useCommand('boards.create');
  const missing = missingIn(form);
  if (create.data) return <RootKeyDialog created={create.data} isKept={form.keepRoot} />;
  const part = { form, change: (changed: Partial<FoundingForm>) => setForm({ ...form, ...changed }) };
  return (
    <Dialog
      wide
      title="Create a board"
      isOpen
      onClose={create.isPending ? () => undefined : onClose}
      actions={
        <>
          <Button isDisabled={create.isPending} onPress={onClose}>
            Not now
          </Button>
          <Button
            kind="primary"
            isDisabled={missing.length > 0 || create.isPending}
            onPress={() => create.mutate(foundingOf(form))}
          >
            Create the board
          </Button>
        </>
      }
    >
      <div className="tg-stack">
        <FoundingPeople {...part} />
        <FoundingPlaces {...part} />
        <Checkbox isSelected={form.keepRoot} onChange={(keepRoot) => part.change({ keepRoot })}>
          Leave a copy of the root key on this machine. Whoever can read your files can then put the board under other
          admins.
        </Checkbox>
        <p className="tg-boards-sum">
          {missing.length > 0 ? `Still to fill in: ${missing.join(', ')}.` : sentence(form)}
        </p>
        {create.isError && <Problem compact error={create.error} />}
      </div>
    </Dialog>
  );
}

/** Says what will be made. */
function sentence({ sites, services }: FoundingForm): string {
  const places = `${countWords(namedRows(sites).length, 'site')} and ${countWords(namedRows(services).length, 'service')}`;
  return `Makes a board on this machine: a root key, your own key, the default policy, ${places}. Nothing is sent anywhere until you publish it; everything but the root key can be changed later.`;
}
