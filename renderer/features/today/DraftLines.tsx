import { useAsked } from '../../api/useAsked.ts';
import { hrefOf } from '../../route.ts';
import { StateMark } from '../../ui/StateMark.tsx';

/** Changes I have begun to write and not submitted: kept on this machine, seen by nobody else. */
export function DraftLines({ most }: { readonly most: number }) {
  const drafts = useAsked('drafts.list', {});
  return drafts.data?.slice(0, most).map(({ draft, change, body }) => (
    <a
      key={draft}
      className="tg-change-line"
      href={hrefOf('new-change', null, { draft, revises: change ?? undefined })}
    >
      <span aria-hidden />
      <span className="tg-change-line-title tg-clip" title={body.title}>
        {body.title === '' ? 'Without a title yet' : body.title}
      </span>
      <span className="tg-change-line-tail">
        <StateMark state="draft" />
      </span>
    </a>
  ));
}
