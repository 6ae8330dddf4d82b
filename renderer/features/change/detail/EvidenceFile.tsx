import { Paperclip } from 'lucide-react';
import { useState } from 'react';
import { legibleLine } from '../../../../shared/audit/legible.ts';
import type { EvidenceState } from '../../../../shared/change/evidenceState.ts';
import { useAsk } from '../../../api/AskContext.ts';
import { Button } from '../../../ui/Button.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { bytesOf, saveBytes } from '../../../ui/saveBytes.ts';

const lacks = {
  missing: 'erased or not here yet',
  false: 'not shown: what lies in its place is not the file that was signed',
} as const;

/** Saves the file that was filed with evidence, or says why it cannot: the record stands without it. */
export function EvidenceFile({ attachment }: { readonly attachment: NonNullable<EvidenceState['attachment']> }) {
  const ask = useAsk();
  const [lack, setLack] = useState<keyof typeof lacks | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const { digest } = attachment;
  // `invoice\u202Efdp.exe` would read as a PDF.
  const name = legibleLine(attachment.name);
  const save = async () => {
    setFailure(null);
    try {
      const file = await ask('evidence.file', { digest });
      if ('content' in file) saveBytes(name, bytesOf(file.content), 'application/octet-stream');
      else setLack(file.lack);
    } catch (error) {
      setFailure(error);
    }
  };
  if (lack !== null)
    return (
      <span className="tg-quiet" role="status">
        {name}, {lacks[lack]}
      </span>
    );
  return (
    <span>
      <Button size="small" kind="quiet" icon={Paperclip} aria-label={`Save ${name}`} onPress={() => void save()}>
        <span className="tg-clip" title={name}>
          {name}
        </span>
      </Button>
      {failure !== null && <Problem compact error={failure} />}
    </span>
  );
}
