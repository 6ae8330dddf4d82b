import { OctagonAlert } from 'lucide-react';
import type { StatusView } from '../../../shared/api/appCalls.ts';

/** Stands above every page while the line of records is broken. */
export function HaltNotice({ halted, healCommand }: Pick<StatusView, 'halted' | 'healCommand'>) {
  if (halted === null) return null;
  if (healCommand !== null)
    return (
      <p className="tg-halt" role="alert">
        <OctagonAlert size={16} aria-hidden />
        <span>
          The record was merged with another copy of itself. Everything before that still counts; nothing can be signed
          until an admin accepts it or puts the record back. <a href="#/ledger">Show what came in</a>
        </span>
      </p>
    );
  return (
    <p className="tg-halt" role="alert">
      <OctagonAlert size={16} aria-hidden />
      <span>
        The record was broken by an edit. Everything up to it still counts; nothing can be signed until it is put back.{' '}
        <a href="#/ledger">Show what happened</a>
      </span>
    </p>
  );
}
