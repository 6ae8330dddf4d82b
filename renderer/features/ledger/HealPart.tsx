import { CopyId } from '../../ui/CopyId.tsx';

/** What to do about a merge on the line: only admins can say that what it brought in counts. */
export function HealPart({ command }: { readonly command: string }) {
  return (
    <div className="tg-ledger-notice" data-tone="danger" role="alert">
      <p>
        <strong>An admin heals it in a terminal.</strong> The command shows what the merge brought in, and with{' '}
        <code className="tg-mono">--key FILE</code> signs that it counts from there on. Where the board asks for two
        admins, both run it.
      </p>
      <div className="tg-command">
        <CopyId text={command} label="Copy the command" />
      </div>
    </div>
  );
}
