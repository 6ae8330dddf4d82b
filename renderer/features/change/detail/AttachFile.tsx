import { Paperclip, X } from 'lucide-react';
import { FileTrigger } from 'react-aria-components';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';

/** As much as an attachment may hold. */
const MOST_BYTES = 5 * 1024 * 1024;

interface AttachFileProps {
  readonly file: File | null;
  readonly onFile: (file: File | null) => void;
}

export function isTooLarge({ size }: File): boolean {
  return size > MOST_BYTES;
}

/** One file to keep with what is signed. */
export function AttachFile({ file, onFile }: AttachFileProps) {
  if (file === null)
    return (
      <div className="tg-row">
        <FileTrigger onSelect={(files) => onFile([...(files ?? [])][0] ?? null)}>
          <Button kind="quiet" icon={Paperclip}>
            Attach a file (optional)
          </Button>
        </FileTrigger>
      </div>
    );
  return (
    <div className="tg-row">
      <Paperclip size={16} aria-hidden />
      <span>{file.name}</span>
      <IconButton label="Take the file away" icon={X} onPress={() => onFile(null)} />
      {isTooLarge(file) && (
        <span className="tg-field-error" role="alert">
          A file may hold 5 MB at most.
        </span>
      )}
    </div>
  );
}
