import { Download } from 'lucide-react';
import { useState } from 'react';
import type { WindowRow } from '../../../../shared/api/windowCalls.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { readerZone } from '../../../ui/readerZone.ts';
import { ExportDialog } from './ExportDialog.tsx';

/** Hands one window to another calendar program. */
export function ExportWindow({ row }: { readonly row: WindowRow }) {
  const [isOpen, setOpen] = useState(false);
  const [now] = useState(() => Date.now());
  return (
    <>
      <IconButton label="Export as .ics" icon={Download} onPress={() => setOpen(true)} />
      {isOpen && (
        <ExportDialog
          name={row.title.slice(0, 120)}
          shown={null}
          now={now}
          zone={row.zone === 'site' ? readerZone : row.zone}
          filter={null}
          only={[row.window]}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
