import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ChangeDraft } from '../../../../shared/api/changeCalls.ts';
import { digest } from '../../../../shared/ids.ts';
import type { Names } from '../../../api/useCatalogue.ts';
import { Button } from '../../../ui/Button.tsx';
import { CopyId } from '../../../ui/CopyId.tsx';
import { Field } from '../../../ui/Field.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';

/** `sha256:` and twenty digits. */
const DIGEST_SHOWN = 27;

interface ArtifactFieldsProps {
  readonly body: ChangeDraft;
  readonly edit: (body: ChangeDraft) => void;
  readonly names: Names;
  readonly error: string | undefined;
}

/** Exactly what will be deployed, by digest: the gate lets nothing else through. */
export function ArtifactFields({ body, edit, names, error }: ArtifactFieldsProps) {
  const [service, setService] = useState<string | null>(null);
  const [text, setText] = useState('');
  const chosen = service ?? body.services[0] ?? null;
  const isDigest = digest.safeParse(text.trim()).success;
  const add = () => {
    if (!chosen || !isDigest) return;
    edit({ ...body, artifacts: [...body.artifacts, { service: chosen, digest: text.trim() }] });
    setText('');
  };
  return (
    <Field label="Artifacts" error={error} hint="The gate lets only these digests through.">
      {body.artifacts.length > 0 && (
        <ul className="tg-artifacts">
          {body.artifacts.map((artifact, index) => (
            <li key={`${artifact.service} ${artifact.digest}`}>
              <span className="tg-clip">{names.service(artifact.service)}</span>
              <CopyId text={artifact.digest} shown={artifact.digest.slice(0, DIGEST_SHOWN)} label="Copy digest" />
              <IconButton
                label="Take this artifact away"
                icon={Trash2}
                size="small"
                onPress={() => edit({ ...body, artifacts: body.artifacts.filter((_, each) => each !== index) })}
              />
            </li>
          ))}
        </ul>
      )}
      <div className="tg-artifact-add">
        <Select
          label="Artifact’s service"
          hideLabel
          placeholder="Service"
          options={body.services.map((id) => ({ id, label: names.service(id) }))}
          value={chosen}
          onChange={setService}
        />
        <TextInput
          label="Artifact’s digest"
          hideLabel
          mono
          value={text}
          onChange={setText}
          onKeyDown={(event) => {
            if (event.key === 'Enter') add();
          }}
          placeholder="sha256:…"
          error={text !== '' && !isDigest ? 'A digest is sha256: and 64 hexadecimal digits.' : undefined}
        />
        <Button icon={Plus} isDisabled={!chosen || !isDigest} onPress={add}>
          Add
        </Button>
      </div>
    </Field>
  );
}
