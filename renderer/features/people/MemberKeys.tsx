import { Plus } from 'lucide-react';
import { legibleLine } from '../../../shared/audit/legible.ts';
import type { MemberKey } from '../../../shared/record/body/rosterBody.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { CopyId } from '../../ui/CopyId.tsx';
import { shortKey } from './peopleWords.ts';

/** The keys that speak for somebody, the revoked ones too: what they signed before still counts. */
export function MemberKeys(props: {
  readonly keys: readonly MemberKey[];
  readonly here: readonly string[];
  readonly onRevoke?: (key: MemberKey) => void;
  readonly onReplace?: (key: MemberKey) => void;
  readonly onAdd?: () => void;
}) {
  const { keys, here, onRevoke, onReplace, onAdd } = props;
  return (
    <section className="tg-stack" aria-label="Keys">
      <h3 className="tg-heading">Keys</h3>
      {keys.length === 0 && <p className="tg-quiet">None: this member cannot sign.</p>}
      <ul className="tg-people-lines">
        {keys.map((key) => (
          <li key={key.fingerprint} data-past={key.revoked !== undefined || undefined}>
            <div>
              <p>
                <strong>{legibleLine(key.label)}</strong>{' '}
                {here.includes(key.fingerprint) && <Badge tone="accent">Here</Badge>}{' '}
                {key.revoked && <Badge tone="danger">Revoked</Badge>}
              </p>
              <p>
                <CopyId
                  text={key.fingerprint}
                  shown={shortKey(key.fingerprint)}
                  label={`Copy the fingerprint of ${legibleLine(key.label)}`}
                />{' '}
                <CopyId text={key.publicKey} shown="public key" label={`Copy for ${key.label} the`} />
              </p>
              {key.revoked && (
                <p className="tg-quiet">
                  Records after <span className="tg-mono">{key.revoked.after.slice(0, 10)}</span> do not count.
                  {key.revoked.reason !== '' && ` “${legibleLine(key.revoked.reason)}”`}
                </p>
              )}
            </div>
            <span className="tg-row">
              {onReplace && !key.revoked && here.includes(key.fingerprint) && (
                <Button size="small" kind="quiet" aria-label={`Replace ${key.label}`} onPress={() => onReplace(key)}>
                  Replace…
                </Button>
              )}
              {onRevoke && (
                <Button
                  size="small"
                  kind="quiet"
                  aria-label={key.revoked ? `Revoke ${key.label} further back` : `Revoke ${key.label}`}
                  onPress={() => onRevoke(key)}
                >
                  {key.revoked ? 'Further back…' : 'Revoke…'}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {onAdd && (
        <div>
          <Button size="small" icon={Plus} onPress={onAdd}>
            Add a key…
          </Button>
        </div>
      )}
    </section>
  );
}
