import { ClipboardCheck, PenLine, Siren } from 'lucide-react';
import type { Duty } from '../../../shared/api/waiverCalls.ts';
import { hrefOf } from '../../route.ts';
import { distanceWords } from '../../ui/spanWords.ts';

const icons = { cosign: PenLine, debt: Siren, review: ClipboardCheck } satisfies Record<Duty['what'], unknown>;
/** As many as are read at a glance. */
const SHOWN = 6;

/** Waivers to sign, signatures owed, reviews to write. */
export function DutyLines({ duties, now }: { readonly duties: readonly Duty[]; readonly now: number }) {
  if (duties.length === 0) return null;
  return (
    <ul aria-label="Signatures and reviews">
      {duties.slice(0, SHOWN).map((duty) => {
        const Icon = icons[duty.what];
        return (
          <li key={`${duty.what} ${duty.change} ${duty.about}`}>
            <a className="tg-waiting" href={hrefOf('change', duty.change)}>
              <Icon size={16} aria-hidden />
              <span className="tg-waiting-words">
                <span className="tg-clip" title={duty.about}>
                  {duty.about}
                </span>
                <span className="tg-clip tg-waiting-detail">{duty.title}</span>
              </span>
              <span className="tg-waiting-when">{dueWords(duty.due, now)}</span>
            </a>
          </li>
        );
      })}
      {duties.length > SHOWN && <li className="tg-quiet">and {duties.length - SHOWN} more</li>}
    </ul>
  );
}

function dueWords(due: number | null, now: number): string {
  if (due === null) return 'due';
  return due > now ? `due ${distanceWords(due, now)}` : `overdue, ${distanceWords(due, now)}`;
}
