import type { StatusView } from '../../../shared/api/appCalls.ts';
import { hrefOf } from '../../route.ts';
import { MeMenu } from './MeMenu.tsx';
import { pages } from './pages.ts';

/** The way between pages, and who I am here. */
export function Rail({ status, current }: { readonly status: StatusView; readonly current: string }) {
  return (
    <div className="tg-rail">
      <a className="tg-brand" href={hrefOf('today')} aria-label="Tidegate, to Today">
        <Mark />
        <span>Tidegate</span>
      </a>
      <nav aria-label="Pages">
        <ul>
          {pages.map(({ page, label, icon: Icon }) =>
            Icon ? (
              <li key={page}>
                <a className="tg-rail-link" href={hrefOf(page)} aria-current={current === page ? 'page' : undefined}>
                  <Icon size={16} aria-hidden />
                  <span>{label}</span>
                  <Waiting count={{ today: status.waitingForMe, people: status.peopleWaiting }[page] ?? 0} />
                </a>
              </li>
            ) : null,
          )}
        </ul>
      </nav>
      <MeMenu status={status} />
    </div>
  );
}

function Waiting({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return (
    <span className="tg-rail-count">
      {count.toLocaleString('en-GB')}
      <span className="tg-hidden"> waiting for you</span>
    </span>
  );
}

/** A gate's two posts and the tide between them. */
function Mark() {
  return (
    <svg className="tg-mark" width={20} height={20} viewBox="0 0 20 20" fill="none" aria-hidden>
      <path d="M3 2v16M17 2v16" stroke="currentColor" strokeWidth={2.5} strokeLinecap="round" />
      <path
        d="M6 8.5c1.3-1.6 2.7-1.6 4 0s2.7 1.6 4 0M6 13c1.3-1.6 2.7-1.6 4 0s2.7 1.6 4 0"
        stroke="currentColor"
        strokeWidth={1.75}
        strokeLinecap="round"
      />
    </svg>
  );
}
