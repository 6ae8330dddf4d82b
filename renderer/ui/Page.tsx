import { useEffect, type ReactNode } from 'react';
import { legibleLine } from '../../shared/audit/legible.ts';

export interface PageProps {
  readonly title: string;
  /** One sentence of state under the title: `3 freezes run now; the next begins Friday.` */
  readonly sentence?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** A `SidePanel` that slides over the content. */
  readonly panel?: ReactNode;
  /** `fill`: the page lays out and scrolls its own content, edge to edge. */
  readonly layout?: 'scroll' | 'fill';
}

/** A page's title, its one sentence of state, its actions, and content with its own scroll. */
export function Page({ title: given, sentence, actions, children, panel, layout = 'scroll' }: PageProps) {
  const title = legibleLine(given);
  useEffect(() => {
    document.title = `${title} · Tidegate`;
  }, [title]);
  return (
    <>
      <header className="tg-page-head">
        <div className="tg-page-words">
          <h1 title={title}>{title}</h1>
          <div className="tg-page-sentence">{sentence ?? '\u00a0'}</div>
        </div>
        {actions && <div className="tg-page-actions">{actions}</div>}
      </header>
      <div className="tg-page-stage">
        <div className="tg-page-content" data-layout={layout}>
          {children}
        </div>
        {panel}
      </div>
    </>
  );
}
