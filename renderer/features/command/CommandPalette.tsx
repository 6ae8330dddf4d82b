import { Command } from 'cmdk';
import { useCallback, useEffect, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import type { StatusView } from '../../../shared/api/appCalls.ts';
import { onOpenPalette } from './openPalette.ts';
import { PaletteLists } from './PaletteLists.tsx';
import { Shortcuts } from './Shortcuts.tsx';
import { useShortcuts } from './useShortcuts.ts';
import './command.css';

/** One field for every change, page and action. */
export function CommandPalette({ status }: { readonly status: StatusView }) {
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState('');
  const open = useCallback(() => {
    setText('');
    setOpen(true);
  }, []);
  const close = useCallback(() => setOpen(false), []);
  useEffect(() => onOpenPalette(open), [open]);
  const [areKeysShown, showKeys] = useState(false);
  const openKeys = useCallback(() => showKeys(true), []);
  useShortcuts(open, openKeys);
  if (areKeysShown) return <Shortcuts onClose={() => showKeys(false)} />;
  return (
    <ModalOverlay className="tg-veil" isOpen={isOpen} onOpenChange={setOpen} isDismissable>
      <Modal className="tg-modal">
        <Dialog className="tg-dialog" aria-label="Search or jump">
          <Command
            label="Search or jump"
            shouldFilter={false}
            value={chosen}
            onValueChange={setChosen}
            loop
            className="tg-palette"
          >
            {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- opened in order to type */}
            <Command.Input autoFocus value={text} onValueChange={setText} placeholder="A change, a page, an action" />
            <Command.List className="tg-palette-list">
              <PaletteLists text={text.trim()} status={status} onDone={close} onFirst={setChosen} onKeys={openKeys} />
            </Command.List>
          </Command>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
