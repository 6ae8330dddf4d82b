import { legibleLine } from '../../../shared/audit/legible.ts';
import type { Fork } from '../../../shared/api/ledgerCalls.ts';
import { placeClock } from '../../../shared/time/placeTime.ts';
import { useAsked } from '../../api/useAsked.ts';
import { useCatalogue } from '../../api/useCatalogue.ts';
import { useCommand } from '../../api/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { PlaceTime } from '../../ui/PlaceTime.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { readerZone } from '../../ui/readerZone.ts';
import { SaidValue } from '../../ui/SaidValue.tsx';
import { hrefOf } from '../../route.ts';

const kindWords = {
  window: 'Window',
  site: 'Site',
  service: 'Service',
  request: 'Change',
  decision: 'Change',
} as const;
const whatWords = { 'two-texts': 'was revised', 'moved-twice': 'was moved', 'yes-and-no': '' } as const;

/** `was moved by two people at once`; one person may have said both, at two desks. */
function happened({ what, sides }: Fork): string {
  if (what === 'yes-and-no') return 'was approved and rejected';
  const whose = new Set(sides.map(({ by }) => by)).size > 1 ? 'by two people' : 'at two desks';
  return `${whatWords[what]} ${whose} at once`;
}

/** What two people said differently, side by side, each settled with one signature. */
export function ForksPart() {
  const forks = useAsked('ledger.forks', {});
  if (forks.isError) return <Problem error={forks.error} onRetry={() => void forks.refetch()} />;
  if (!forks.data) return <Loading what="what stands twice" rows={4} />;
  if (forks.data.length === 0)
    return (
      <Empty title="Nothing stands twice.">
        When two people revise the same thing before they hear of each other, both texts are kept and shown here side by
        side. Until somebody settles it, the stricter of both holds.
      </Empty>
    );
  return (
    <div className="tg-stack">
      {forks.data.map((fork) => (
        <ForkCard key={`${fork.kind} ${fork.subject}`} fork={fork} />
      ))}
    </div>
  );
}

function ForkCard({ fork }: { readonly fork: Fork }) {
  const settle = useCommand('ledger.settle');
  const { kind, subject, title, sites, what, sides, fields, maySettle } = fork;
  const place = useCatalogue().place(sites);
  const keep = (digest: string) => {
    if (kind !== 'decision') settle.mutate({ kind, subject, keep: digest });
  };
  return (
    <article className="tg-fork" aria-label={`${kindWords[kind]} ${title}`}>
      <p>
        <span className="tg-quiet">{kindWords[kind]}</span> <strong>{legibleLine(title)}</strong> {happened(fork)}.{' '}
        <Way kind={kind} subject={subject} />
      </p>
      <div className="tg-fork-scroll">
        <table className="tg-plain-table tg-fork-table">
          <thead>
            <tr>
              <th scope="col">Field</th>
              {sides.map(({ digest, name, at }) => (
                <th key={digest} scope="col">
                  <strong>{legibleLine(name)}</strong> <PlaceTime at={at} zone={readerZone} short="day" />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {fields.map(({ field, values }) => (
              <tr key={field}>
                <th scope="row">{field}</th>
                {values.map((value, n) => (
                  <td key={sides[n]?.digest ?? n}>
                    {value === '' ? (
                      <span className="tg-quiet">none</span>
                    ) : (
                      <SaidValue text={value} zone={place.zone} place={place.name} />
                    )}
                  </td>
                ))}
              </tr>
            ))}
            {fields.length === 0 && (
              <tr>
                <td colSpan={sides.length + 1}>They say the same; keeping either ends it.</td>
              </tr>
            )}
          </tbody>
          {maySettle && (
            <tfoot>
              <tr>
                <th scope="row">Settle</th>
                {sides.map(({ digest, name, at }) => (
                  <td key={digest}>
                    <Button
                      size="small"
                      aria-label={`Keep this, said by ${legibleLine(name)} at ${placeClock(at, readerZone)}`}
                      isDisabled={settle.isPending}
                      onPress={() => keep(digest)}
                    >
                      Keep this
                    </Button>
                  </td>
                ))}
              </tr>
            </tfoot>
          )}
        </table>
      </div>
      {what === 'yes-and-no' && (
        <p className="tg-quiet">The no holds until whoever said it decides again, or the text is revised.</p>
      )}
      {!maySettle && what !== 'yes-and-no' && (
        <p className="tg-quiet">
          Whoever may revise it can settle it by keeping one text, or by a revision of their own.
        </p>
      )}
      {settle.isError && <Problem error={settle.error} compact />}
    </article>
  );
}

/** To where the thing itself stands; a site or a service has no page of its own. */
function Way({ kind, subject }: Pick<Fork, 'kind' | 'subject'>) {
  if (kind === 'window') return <a href={hrefOf('windows', subject)}>Open the window</a>;
  return kind === 'request' || kind === 'decision' ? <a href={hrefOf('change', subject)}>Open {subject}</a> : null;
}
