import { FileUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { DropZone, FileTrigger, isFileDropItem } from 'react-aria-components';
import { Button } from './Button.tsx';
import './filedrop.css';

export interface FileDropProps {
  /** "Drop a change log here"; names the zone too. */
  readonly title: string;
  readonly hint: string;
  readonly accept: readonly string[];
  /** The file that is being read; nothing else is taken meanwhile. */
  readonly reading: string | null;
  /** The first file, and those that came with it. */
  readonly onFile: (file: File, others: readonly File[]) => void;
  /** Several may be chosen at once. */
  readonly isMany?: boolean;
  /** Other ways in, beside the button. */
  readonly children?: ReactNode;
}

/** Takes a file, dropped or chosen, or several. */
export function FileDrop({ title, hint, accept, reading, onFile, isMany = false, children }: FileDropProps) {
  const take = ([file, ...others]: readonly File[]) => {
    if (file && reading === null) onFile(file, others);
  };
  return (
    <DropZone
      className="tg-drop"
      aria-label={title}
      onDrop={(event) => {
        void Promise.all(event.items.filter(isFileDropItem).map((item) => item.getFile())).then(take);
      }}
    >
      <FileUp size={24} aria-hidden="true" />
      <p className="tg-heading">{reading ? `Reading ${reading}` : title}</p>
      <p className="tg-quiet">{hint}</p>
      <div className="tg-row">
        <FileTrigger
          acceptedFileTypes={[...accept]}
          allowsMultiple={isMany}
          onSelect={(files) => take([...(files ?? [])])}
        >
          <Button kind="primary" isDisabled={reading !== null}>
            Choose a file
          </Button>
        </FileTrigger>
        {children}
      </div>
    </DropZone>
  );
}
