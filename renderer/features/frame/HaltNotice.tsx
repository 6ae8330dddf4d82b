import { OctagonAlert } from 'lucide-react';

/** Stands above every page while the line of records is broken. */
export function HaltNotice({ halted }: { readonly halted: string | null }) {
  if (halted === null) return null;
  return (
    <p className="tg-halt" role="alert">
      <OctagonAlert size={16} aria-hidden />
      The record was broken by an edit. Everything up to it still counts; nothing can be signed until it is healed.{' '}
      <a href="#/ledger">Show what happened</a>
    </p>
  );
}
