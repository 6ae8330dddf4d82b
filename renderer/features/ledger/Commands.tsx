import { CopyId } from '../../ui/CopyId.tsx';
import { Pieces } from './Pieces.tsx';

/** Commands for a terminal, each copied with one click. */
export function Commands({
  title,
  detail,
  commands,
}: {
  readonly title: string;
  readonly detail: string;
  readonly commands: readonly string[];
}) {
  return (
    <section className="tg-stack" aria-label={title}>
      <div>
        <h2 className="tg-heading">{title}</h2>
        <p className="tg-quiet">{detail}</p>
      </div>
      {commands.map((command) => (
        <Command key={command} text={command} />
      ))}
    </section>
  );
}

/** One command, whole, that a press copies. */
export function Command({ text }: { readonly text: string }) {
  return (
    <div className="tg-command">
      <CopyId text={text} label="Copy the command">
        <Pieces text={text} of="words" />
      </CopyId>
    </div>
  );
}
