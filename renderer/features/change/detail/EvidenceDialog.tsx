import { useState } from 'react';
import type { ChangeDetail } from '../../../../shared/api/changeCalls.ts';
import { TidegateError } from '../../../../shared/errors.ts';
import { digest } from '../../../../shared/ids.ts';
import type { EvidenceKind } from '../../../../shared/record/words.ts';
import { toInstant } from '../../../../shared/time/instant.ts';
import { useAsked } from '../../../api/useAsked.ts';
import type { Names } from '../../../api/useCatalogue.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { PlaceTimeInput } from '../../../ui/PlaceTimeInput.tsx';
import { Problem } from '../../../ui/Problem.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import { base64Of } from '../../../ui/saveBytes.ts';
import { evidenceWords, optionsOf } from '../../../ui/tradeWords.ts';
import { AttachFile, isTooLarge } from './AttachFile.tsx';
import { useSaySigned } from './useSaySigned.ts';

interface EvidenceDialogProps {
  readonly detail: ChangeDetail;
  readonly names: Names;
  readonly evidence: EvidenceKind | null;
  readonly onClose: () => void;
}

/** What is shown, when it was measured, where it can be read. */
export function EvidenceDialog({ detail, names, evidence, onClose }: EvidenceDialogProps) {
  const status = useAsked('app.status', {});
  const place = names.place(detail.row.sites);
  const [kind, setKind] = useState(evidence);
  const [title, setTitle] = useState('');
  const [measuredAt, setMeasuredAt] = useState<number | null>(status.data?.now ?? null);
  const [words, setWords] = useState('');
  const [link, setLink] = useState('');
  const [artifact, setArtifact] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [isTried, setTried] = useState(false);
  const [isSigning, setSigning] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const add = useCommand('changes.addEvidence');
  const saySigned = useSaySigned();
  const lacksArtifact = artifact !== '' && !digest.safeParse(artifact).success;

  const sign = async () => {
    setTried(true);
    if (kind === null || title.trim() === '' || measuredAt === null || lacksArtifact) return;
    if (file && isTooLarge(file)) return;
    setSigning(true);
    setFailure(null);
    try {
      const kept = file && (await fileToKeep(file));
      const { row } = await add.mutateAsync({
        change: detail.row.change,
        evidence: kind,
        title: title.trim(),
        measuredAt: toInstant(measuredAt),
        detail: words,
        ...(link && { link }),
        ...(artifact && { artifact }),
        ...(kept && { file: kept }),
      });
      saySigned('Evidence signed', row);
      onClose();
    } catch (error) {
      setFailure(error);
    } finally {
      setSigning(false);
    }
  };
  return (
    <Dialog
      title="Add evidence"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Not now</Button>
          <Button kind="primary" isDisabled={isSigning} onPress={() => void sign()}>
            Sign evidence
          </Button>
        </>
      }
    >
      <div className="tg-stack">
        <Select
          label="Kind"
          options={optionsOf(evidenceWords)}
          value={kind}
          onChange={setKind}
          error={isTried && kind === null ? 'Choose what it is.' : undefined}
        />
        <TextInput
          label="What it shows"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog was opened in order to write it
          autoFocus
          value={title}
          onChange={setTitle}
          maxLength={240}
          error={isTried && title.trim() === '' ? 'Say what it shows, in one line.' : undefined}
        />
        <PlaceTimeInput
          label="Measured"
          value={measuredAt}
          onChange={setMeasuredAt}
          zone={place.zone}
          place={place.name}
          error={isTried && measuredAt === null ? 'Say when it was measured.' : undefined}
        />
        <TextArea label="Details (optional)" value={words} onChange={setWords} maxLength={20_000} rows={2} />
        <TextInput label="Where to read it (optional)" value={link} onChange={setLink} maxLength={2_000} />
        <TextInput
          label="Artifact digest (optional)"
          mono
          value={artifact}
          onChange={setArtifact}
          placeholder="sha256:…"
          error={isTried && lacksArtifact ? 'A digest is sha256: and 64 hexadecimal digits.' : undefined}
        />
        <AttachFile file={file} onFile={setFile} />
        {failure !== null && <Problem compact error={failure} />}
      </div>
    </Dialog>
  );
}

/** It may have been moved or taken away since it was chosen. */
async function fileToKeep(file: File) {
  const content = await file.arrayBuffer().catch((error: unknown) => {
    throw new TidegateError('file-unreadable', { file: file.name }, error);
  });
  return {
    name: file.name.slice(-240),
    media: file.type || 'application/octet-stream',
    content: base64Of(new Uint8Array(content)),
  };
}
