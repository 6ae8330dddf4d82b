import { CopyId } from '../../ui/CopyId.tsx';

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
        <div key={command} className="tg-command">
          <CopyId text={command} label="Copy the command" />
        </div>
      ))}
    </section>
  );
}
