import { legibleLine } from '../../../shared/audit/legible.ts';
import type { HistoryFile } from '../../../shared/api/ledgerCalls.ts';
import { Badge } from '../../ui/Badge.tsx';
import { PlaceTime } from '../../ui/PlaceTime.tsx';
import { readerZone } from '../../ui/readerZone.ts';
import { hrefOf } from '../../route.ts';
import { reasonWords } from './reasonWords.ts';

/** One file of a commit: what it is, who signed it when, and whether it counts. */
export function HistoryFileLine({ path, kind, subject, name, at, standing, reason }: HistoryFile) {
  return (
    <li title={legibleLine(path)}>
      <span className="tg-history-what">
        {kind} <Subject subject={subject} />
      </span>
      <span className="tg-quiet">{name ?? 'nobody known'}</span>
      <span className="tg-quiet">{at === null ? '' : <PlaceTime at={at} zone={readerZone} short="day" />}</span>
      <span>
        {standing === 'pending' && <Badge tone="warn">Waits for a signature</Badge>}
        {standing === 'set-aside' && <Badge tone="danger">{reason === null ? 'Set aside' : reasonWords[reason]}</Badge>}
      </span>
    </li>
  );
}

function Subject({ subject }: { readonly subject: string | null }) {
  if (subject === null) return null;
  if (!subject.startsWith('CHG-')) return <span className="tg-mono">{subject}</span>;
  return (
    <a className="tg-mono" href={hrefOf('change', subject)}>
      {subject}
    </a>
  );
}
