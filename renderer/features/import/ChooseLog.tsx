import { useState } from 'react';
import type { StagedLog } from '../../../shared/api/recordCalls.ts';
import { useAsk } from '../../api/AskContext.ts';
import { FileDrop } from '../../ui/FileDrop.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { readLogFile } from './readLogFile.ts';

/** The first step: a CSV file, chosen or dropped, plain or gzipped. */
export function ChooseLog({ onStaged }: { readonly onStaged: (log: StagedLog) => void }) {
  const ask = useAsk();
  const [reading, setReading] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);

  const read = async (file: File) => {
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
      <FileDrop
        title="Drop a change log here"
        hint="A CSV file with a header row, plain or as .csv.gz. Nothing is imported before you have seen it mapped."
        accept={['.csv', '.gz', 'text/csv']}
        reading={reading}
        onFile={(file) => void read(file)}
      />
      {problem ? <Problem error={problem} /> : null}
    </div>
  );
}
