import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { DropZone, FileTrigger, isFileDropItem } from 'react-aria-components';
import type { StagedLog } from '../../../shared/api/recordCalls.ts';
import { useAsk } from '../../api/AskContext.ts';
import { Button } from '../../ui/Button.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { readLogFile } from './readLogFile.ts';

/** The first step: a CSV file, chosen or dropped, plain or gzipped. */
export function ChooseLog({ onStaged }: { readonly onStaged: (log: StagedLog) => void }) {
  const ask = useAsk();
  const [reading, setReading] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);

  const read = async (file: File | undefined) => {
    if (!file) return;
    setReading(file.name);
    setProblem(null);
    try {
      onStaged(await ask('imports.stage', { name: file.name, text: await readLogFile(file) }));
    } catch (error) {
      setProblem(error);
    } finally {
      setReading(null);
    }
  };

  return (
    <div className="tg-stack">
      <DropZone
        className="tg-drop"
        aria-label="Drop a change log here"
        onDrop={(event) => {
          const [item] = event.items.filter(isFileDropItem);
          if (item) void item.getFile().then(read);
        }}
      >
        <FileUp size={24} aria-hidden="true" />
        <p className="tg-heading">{reading ? `Reading ${reading}` : 'Drop a change log here'}</p>
        <p className="tg-quiet">
          A CSV file with a header row, plain or as .csv.gz. Nothing is imported before you have seen it mapped.
        </p>
        <FileTrigger acceptedFileTypes={['.csv', '.gz', 'text/csv']} onSelect={(files) => void read(files?.[0])}>
          <Button kind="primary" isDisabled={reading !== null}>
            Choose a file
          </Button>
        </FileTrigger>
      </DropZone>
      {problem ? <Problem error={problem} /> : null}
    </div>
  );
}
