import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { FileDrop } from '../../../ui/FileDrop.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';

export interface ChosenFile {
  readonly name: string;
  readonly text: string;
}

/** The contract takes no more; a calendar of this size holds decades. */
const MOST_TEXT = 2_000_000;

/** A calendar file, dropped, chosen or pasted. */
export function ChooseCalendar({ onFile }: { readonly onFile: (file: ChosenFile) => void }) {
  const [reading, setReading] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [pasted, setPasted] = useState('');
  const [isPasting, setPasting] = useState(false);

  const take = (file: ChosenFile) => {
    if (file.text.trim() === '') setProblem(`${file.name} is empty.`);
    else if (file.text.length > MOST_TEXT) setProblem(`${file.name} is larger than two million characters. Split it.`);
    else onFile(file);
  };
  const read = async (file: File) => {
    setReading(file.name);
    setProblem(null);
    try {
      take({ name: file.name, text: await file.text() });
    } catch {
      setProblem(`${file.name} cannot be read.`);
    } finally {
      setReading(null);
    }
  };

  return (
    <div className="tg-stack">
      <FileDrop
        title="Drop a calendar here"
        hint="iCalendar (.ics), Argo CD sync windows, GitLab freeze periods, Kubernetes maintenance windows, or a list of holidays as JSON, CSV or lines of text."
        accept={['.ics', '.ical', '.json', '.yaml', '.yml', '.csv', '.txt', 'text/calendar']}
        reading={reading}
        onFile={(file) => void read(file)}
      >
        <Button onPress={() => setPasting(true)} isDisabled={isPasting}>
          Paste text
        </Button>
      </FileDrop>
      {isPasting && (
        <form
          className="tg-exchange-paste tg-stack"
          onSubmit={(event) => {
            event.preventDefault();
            take({ name: 'Pasted text', text: pasted });
          }}
        >
          <TextArea
            label="Text of the calendar"
            rows={8}
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
      {problem !== null && (
        <p role="alert" className="tg-exchange-problem">
          {problem}
        </p>
      )}
    </div>
  );
}
