import { CircleAlert, CircleCheck, CircleDashed, Plus } from 'lucide-react';
import { legibleLine } from '../../../../shared/audit/legible.ts';
import type { ChangeDetail } from '../../../../shared/api/changeCalls.ts';
import type { EvidenceState } from '../../../../shared/change/evidenceState.ts';
import { toMs } from '../../../../shared/time/instant.ts';
import { placeDay } from '../../../../shared/time/placeTime.ts';
import type { Names, Place } from '../../../api/useCatalogue.ts';
import { useAsked } from '../../../api/useAsked.ts';
import { Button } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { PlaceTime } from '../../../ui/PlaceTime.tsx';
import { evidenceWords } from '../../../ui/tradeWords.ts';
import type { Act } from './ChangeActs.tsx';
import { EvidenceFile } from './EvidenceFile.tsx';
import { isLater } from './isLater.ts';

const standings = {
  fresh: { icon: CircleCheck, tone: 'good', words: 'Fresh' },
  stale: { icon: CircleAlert, tone: 'warn', words: 'Stale' },
  'stale-by-start': { icon: CircleAlert, tone: 'warn', words: 'Stale by the start' },
  missing: { icon: CircleDashed, tone: 'danger', words: 'Missing' },
} as const;
const needWords = { mandatory: 'Always asked', high: 'Asked from High', optional: 'Optional' } as const;

interface EvidenceListProps {
  readonly detail: ChangeDetail;
  readonly names: Names;
  readonly onAct: (act: Act) => void;
}

/** The checklist: what is asked for, what is there, and until when it holds. */
export function EvidenceList({ detail, names, onAct }: EvidenceListProps) {
  const place = names.place(detail.row.sites);
  const mayAttest = useAsked('app.status', {}).data?.me.may.evidence ?? false;
  if (detail.evidence.length === 0) return <Empty compact title="The policy asks for no evidence here." />;
  // What is asked for and not there comes first.
  const rank = (item: EvidenceState) =>
    (item.required ? 0 : 3) + (isLater(item, detail.row.state) ? 1 : item.standing === 'fresh' ? 2 : 0);
  const inOrder = detail.evidence.toSorted((a, b) => rank(a) - rank(b));
  return (
    <ul className="tg-evidence">
      {inOrder.map((item) => (
        <Item
          key={item.kind}
          item={item}
          isLater={isLater(item, detail.row.state)}
          place={place}
          names={names}
          onAdd={mayAttest ? () => onAct({ kind: 'evidence', evidence: item.kind }) : null}
        />
      ))}
    </ul>
  );
}

interface ItemProps {
  readonly item: EvidenceState;
  /** To be gathered after the work, which is not done yet. */
  readonly isLater: boolean;
  readonly place: Place;
  readonly names: Names;
  /** Null for whom no role lets file it. */
  readonly onAdd: (() => void) | null;
}

function Item({ item, isLater: waits, place, names, onAdd }: ItemProps) {
  const { icon: Icon, tone, words } = standings[item.standing];
  const isLacking = item.required && item.standing !== 'fresh' && !waits;
  return (
    <li className="tg-evidence-item">
      <span className="tg-state" data-tone={isLacking || item.standing === 'fresh' ? tone : 'quiet'}>
        <Icon size={16} aria-hidden />
        <span className="tg-hidden">{waits ? 'Later' : words}:</span>
      </span>
      <span className="tg-evidence-words">
        <span>{evidenceWords[item.kind]}</span>
        <span className="tg-quiet">
          {item.title !== undefined ? (
            <>
              {legibleLine(item.title)}
              {item.by !== undefined && `, ${names.person(item.by)}`}
              {item.measuredAt !== undefined && `, measured ${placeDay(toMs(item.measuredAt), place.zone)}`}
            </>
          ) : (
            needWords[item.need]
          )}
        </span>
        {item.attachment && <EvidenceFile attachment={item.attachment} />}
      </span>
      <span className="tg-evidence-standing" data-tone={isLacking ? tone : undefined}>
        {waits ? 'After the work' : item.required || item.standing !== 'missing' ? words : 'Not filed'}
        {item.dueAt !== undefined && item.standing === 'missing' && (
          <>
            , due <PlaceTime at={toMs(item.dueAt)} zone={place.zone} place={place.name} short="day" />
          </>
        )}
        {item.staleAt !== undefined && item.standing === 'fresh' && (
          <span className="tg-quiet"> till {placeDay(toMs(item.staleAt), place.zone)}</span>
        )}
      </span>
      {onAdd && (
        <Button
          size="small"
          kind={isLacking ? 'plain' : 'quiet'}
          icon={Plus}
          onPress={onAdd}
          aria-label={`Add evidence: ${evidenceWords[item.kind]}`}
        >
          Add
        </Button>
      )}
    </li>
  );
}
