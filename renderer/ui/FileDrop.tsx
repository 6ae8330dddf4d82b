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
  readonly onFile: (file: File) => void;
  /** Other ways in, beside the button. */
  readonly children?: ReactNode;
}

/** Takes one file, dropped or chosen. */
export function FileDrop({ title, hint, accept, reading, onFile, children }: FileDropProps) {
  return (
    <DropZone
      className="tg-drop"
      aria-label={title}
      onDrop={(event) => {
        const [item] = event.items.filter(isFileDropItem);
        if (item) void item.getFile().then(onFile);
      }}
    >
      <FileUp size={24} aria-hidden="true" />
      <p className="tg-heading">{reading ? `Reading ${reading}` : title}</p>
      <p className="tg-quiet">{hint}</p>
      <div className="tg-row">
        <FileTrigger
          acceptedFileTypes={[...accept]}
          onSelect={(files) => {
            const file = files?.[0];
            if (file) onFile(file);
          }}
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
