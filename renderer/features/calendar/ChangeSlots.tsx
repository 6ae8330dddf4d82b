import { useState } from 'react';
import type { ChangeDetail } from '../../../shared/api/changeCalls.ts';
import type { Ms } from '../../../shared/time/instant.ts';
import { useAsked } from '../../api/useAsked.ts';
import type { Names } from '../../api/useCatalogue.ts';
import { hrefOf } from '../../route.ts';
import { BandMark } from '../../ui/BandMark.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { PlaceSpan } from '../../ui/PlaceSpan.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { draftOf } from '../change/draftOf.ts';
import { SlotList } from '../change/SlotList.tsx';
import { MoveDialog } from './MoveDialog.tsx';

const OFFERED = 10;

/** Slots for a change that stands: one press asks for the signature of the move. */
export function ChangeSlots({ change, names }: { readonly change: string; readonly names: Names }) {
  const detail = useAsked('changes.read', { change });
  if (detail.isPending) return <Loading what="the change" rows={6} />;
  if (detail.isError) return <Problem compact error={detail.error} onRetry={() => void detail.refetch()} />;
  return <Offered detail={detail.data} names={names} />;
}

function Offered({ detail, names }: { readonly detail: ChangeDetail; readonly names: Names }) {
  const { row, text, mayRevise } = detail;
  const [start, setStart] = useState<Ms | null>(null);
  const place = names.place(row.sites);
  const slots = useAsked(
    'changes.slots',
    { change: row.change, body: draftOf(text), count: OFFERED },
    { enabled: text.timing !== undefined },
  );
  const isPlanned = row.start !== null && row.end !== null;
  return (
    <div className="tg-stack">
      <div>
        <p>
          <a href={hrefOf('change', row.change)}>{row.title}</a>
        </p>
        <p className="tg-row tg-quiet">
          <BandMark band={row.band} score={row.score} as="word" />
          {isPlanned && <PlaceSpan start={row.start} end={row.end} zone={place.zone} place={place.name} />}
        </p>
      </div>
      {!mayRevise && <p className="tg-quiet">Whoever asked for it, carries it out or manages changes may move it.</p>}
      {isPlanned ? (
        <SlotList
          slots={slots}
          names={names}
          place={place}
          chosen={row.start}
          onChoose={(at) => {
            if (mayRevise && at !== row.start) setStart(at);
          }}
        />
      ) : (
        <p className="tg-quiet">This change has no time yet, and so no length to look for.</p>
      )}
      {start !== null && isPlanned && (
        <MoveDialog
          move={{
            bar: { ...row, start: row.start, end: row.end, lanes: [], movable: true },
            lane: 0,
            start,
            by: 'keys',
            pointer: null,
            isDropped: true,
          }}
          zone={place.zone}
          onClose={() => setStart(null)}
        />
      )}
    </div>
  );
}
