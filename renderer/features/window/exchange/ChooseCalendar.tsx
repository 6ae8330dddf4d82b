import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { FileDrop } from '../../../ui/FileDrop.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import type { ChosenFile } from './readTextFile.ts';
import { checkText, takeFiles } from './takeFiles.ts';

/** Calendar files, dropped, chosen or pasted. */
export function ChooseCalendar({ onFiles }: { readonly onFiles: (files: readonly ChosenFile[]) => void }) {
  const [reading, setReading] = useState<string | null>(null);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [pasted, setPasted] = useState('');
  const [isPasting, setPasting] = useState(false);

  const read = async (given: readonly File[]) => {
    setProblems([]);
    const taken = await takeFiles(given, setReading);
    setReading(null);
    const [first, ...rest] = taken.files;
    // What could not be read is said beside what could.
    if (first) onFiles([{ ...first, notes: [...taken.problems, ...first.notes] }, ...rest]);
    else setProblems(taken.problems);
  };
  const readPasted = () => {
    const checked = checkText({ name: '', text: pasted, notes: [] });
    if (typeof checked === 'string') setProblems([checked]);
    else onFiles([checked]);
  };

  return (
    <div className="tg-stack">
      <FileDrop
        title="Drop a calendar here"
        hint="iCalendar (.ics), Argo CD sync windows, GitLab freeze periods, Kubernetes maintenance windows, or a list of holidays as JSON, CSV or lines of text. Several files are read one after another."
        accept={['.ics', '.ical', '.json', '.yaml', '.yml', '.csv', '.txt', 'text/calendar']}
        reading={reading}
        isMany
        onFile={(file, others) => void read([file, ...others])}
      >
        <Button onPress={() => setPasting(true)} isDisabled={isPasting || reading !== null}>
          Paste text
        </Button>
      </FileDrop>
      {isPasting && (
        <form
          className="tg-exchange-paste tg-stack"
          onSubmit={(event) => {
            event.preventDefault();
            readPasted();
          }}
        >
          <TextArea
            label="Text of the calendar"
            rows={8}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened in order to paste
            autoFocus
            value={pasted}
            onChange={setPasted}
            placeholder={'2026-12-25, Christmas Day\n2026-12-26, Boxing Day'}
          />
          <div className="tg-row">
            <Button kind="primary" type="submit" isDisabled={pasted.trim() === ''}>
              Read it
            </Button>
            <Button kind="quiet" onPress={() => setPasting(false)}>
              Close
            </Button>
          </div>
        </form>
      )}
      {problems.length > 0 && (
        <ul role="alert" className="tg-exchange-problems">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
