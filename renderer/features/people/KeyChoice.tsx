import { useState } from 'react';
import type { DeskKeysView } from '../../../shared/api/peopleCalls.ts';
import { useAsked } from '../../api/useAsked.ts';
import { useCommand } from '../../api/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { shortKey } from './peopleWords.ts';

/** Other keys that a desk can sign with: of the SSH agent, or in a file of their own. */
export function OtherKeys({ onAdded }: { readonly onAdded: (fingerprint: string) => void }) {
  const [asks, setAsks] = useState(false);
  const [path, setPath] = useState('');
  const agent = useAsked('people.agentKeys', {}, { enabled: asks });
  const useAgentKey = useCommand('people.useAgentKey');
  const useKeyFile = useCommand('people.useKeyFile');
  const done = { onSuccess: ({ fingerprint }: { fingerprint: string }) => onAdded(fingerprint) };
  return (
    <div className="tg-stack">
      <div className="tg-row">
        <Button size="small" onPress={() => (asks ? void agent.refetch() : setAsks(true))}>
          {asks ? 'Ask the SSH agent again' : 'Use a key of the SSH agent…'}
        </Button>
      </div>
      {agent.isError && <Problem compact error={agent.error} />}
      {agent.data?.length === 0 && <p className="tg-quiet">The agent holds no Ed25519 key. Add one with ssh-add.</p>}
      {agent.data && agent.data.length > 0 && (
        <ul className="tg-people-lines">
          {agent.data.map(({ publicKey, fingerprint, comment }) => (
            <li key={fingerprint}>
              <span className="tg-clip">
                <span className="tg-mono">{shortKey(fingerprint)}</span> {comment}
              </span>
              <Button
                size="small"
                aria-label={`Use ${shortKey(fingerprint)}`}
                onPress={() => useAgentKey.mutate({ publicKey }, done)}
              >
                Use it
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form
        className="tg-people-path"
        onSubmit={(event) => {
          event.preventDefault();
          useKeyFile.mutate({ path: path.trim() }, done);
        }}
      >
        <TextInput
          label="Or an SSH key file without a passphrase"
          hint="Its path on this machine. The file stays where it is; only you may be able to read it."
          placeholder="/home/me/.ssh/id_ed25519"
          value={path}
          onChange={setPath}
          mono
        />
        <Button type="submit" isDisabled={path.trim() === '' || useKeyFile.isPending}>
          Use it
        </Button>
      </form>
      {useAgentKey.isError && <Problem compact error={useAgentKey.error} />}
      {useKeyFile.isError && <Problem compact error={useKeyFile.error} />}
    </div>
  );
}

/** Where a key that is made now would be kept. */
export function keepWords(keeps: DeskKeysView['keeps']): string {
  return keeps === 'key-store'
    ? 'A new key is kept in this system’s key store.'
    : 'A new key is kept in a private file of this desk: whoever can act as you on this machine can use it.';
}
