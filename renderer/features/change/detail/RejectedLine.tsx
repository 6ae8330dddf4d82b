import { CircleX } from 'lucide-react';
import type { Tally } from '../../../../shared/approval/tally.ts';

/** Who said no and why, and what can be done about it. */
export function RejectedLine({ tally, mayRevise }: { readonly tally: Tally; readonly mayRevise: boolean }) {
  const rejections = tally.decisions.filter(({ verdict, standing }) => verdict === 'reject' && standing === 'counts');
  return (
    <section className="tg-verdict" data-tone="danger" aria-label="Rejected">
      <CircleX size={16} aria-hidden />
      <div className="tg-verdict-words">
        {rejections.map(({ name, reason, digest }) => (
          <p key={digest}>
            <strong>Rejected by {name}</strong>
            {reason !== undefined && <>: {reason}</>}
          </p>
        ))}
        {mayRevise && <p className="tg-quiet">A revision that answers this can be approved.</p>}
      </div>
    </section>
  );
}
