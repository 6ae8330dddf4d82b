import { CircleX } from 'lucide-react';
import type { ChangeDetail } from '../../../../shared/api/changeCalls.ts';
import { legible } from '../../../../shared/audit/legible.ts';

/** For a change that was stopped: by whom, why, and what can be done about it. */
export function EndedLine({ detail: { row, text, tally, history, mayRevise } }: { readonly detail: ChangeDetail }) {
  if (row.state === 'cancelled') {
    const by = history.findLast(({ kind }) => kind === 'request')?.name;
    return <Line label={`Cancelled${by === undefined ? '' : ` by ${by}`}`} reasons={[text.cancelled?.reason ?? '']} />;
  }
  if (row.state !== 'rejected') return null;
  const rejections = tally.decisions.filter(({ verdict, standing }) => verdict === 'reject' && standing === 'counts');
  const names = rejections.map(({ name }) => name).join(' and ');
  return (
    <Line label={`Rejected by ${names}`} reasons={rejections.map(({ reason }) => reason ?? '')}>
      {mayRevise && 'A revision that answers this can be approved.'}
    </Line>
  );
}

interface LineProps {
  readonly label: string;
  readonly reasons: readonly string[];
  readonly children?: string | false;
}

function Line({ label, reasons, children }: LineProps) {
  return (
    <section className="tg-verdict" data-tone="danger" aria-label={label}>
      <CircleX size={16} aria-hidden />
      <div className="tg-verdict-words">
        <strong>{label}</strong>
        {reasons.filter(Boolean).map((reason) => (
          <p key={reason} className="tg-prose">
            {legible(reason)}
          </p>
        ))}
        {children && <p className="tg-quiet">{children}</p>}
      </div>
    </section>
  );
}
