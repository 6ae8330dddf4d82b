import { OctagonAlert } from 'lucide-react';

/** Stands above every page while a damaged workspace lies beside the one that was made from what could be read. */
export function DamageNotice({ damaged }: { readonly damaged: string | null }) {
  if (damaged === null) return null;
  return (
    <p className="tg-halt" role="alert">
      <OctagonAlert size={16} aria-hidden />
      <span>
        This desk’s own data was damaged. What could still be read is here again; look through your drafts and what was
        not sent. The damaged file is kept as <code>{damaged}</code> in the data folder: move it away once you have what
        you need.
      </span>
    </p>
  );
}
