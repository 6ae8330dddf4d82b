import { Paperclip } from 'lucide-react';
import { useState } from 'react';
import type { EvidenceState } from '../../../../shared/change/evidenceState.ts';
import { useAsk } from '../../../api/AskContext.ts';
import { Button } from '../../../ui/Button.tsx';
import { bytesOf, saveBytes } from '../../../ui/saveBytes.ts';

/** Saves the file that was filed with evidence, or says that it is gone: the record stands without it. */
export function EvidenceFile({ attachment }: { readonly attachment: NonNullable<EvidenceState['attachment']> }) {
  const ask = useAsk();
  const [isGone, setGone] = useState(false);
  const { digest, name } = attachment;
  const save = async () => {
    const file = await ask('evidence.file', { digest }).catch(() => null);
    if (file) saveBytes(name, bytesOf(file.content), 'application/octet-stream');
    else setGone(true);
  };
  if (isGone) return <span className="tg-quiet">{name}, erased or not here yet</span>;
  return (
    <span>
      <Button size="small" kind="quiet" icon={Paperclip} aria-label={`Save ${name}`} onPress={() => void save()}>
        {name}
      </Button>
    </span>
  );
}
