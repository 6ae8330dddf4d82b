import { Hash } from 'lucide-react';
import type { RenumberedChange } from '../../../../shared/api/changeCalls.ts';
import { hrefOf } from '../../../route.ts';

/** Leads whoever asked for another change under this number to where it stands. */
export function RenumberedLine({ renumbered }: { readonly renumbered: RenumberedChange | null }) {
  if (!renumbered) return null;
  const { to, title } = renumbered;
  return (
    <section className="tg-verdict" aria-label="Your change has another number">
      <Hash size={16} aria-hidden />
      <div className="tg-verdict-words">
        <p>
          This change had the number first. What you asked for under it stands as{' '}
          <a href={hrefOf('change', to)}>
            <span className="tg-mono">{to}</span> {title}
          </a>
          .
        </p>
      </div>
    </section>
  );
}
