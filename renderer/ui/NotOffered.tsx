import type { MeView } from '../../shared/api/appCalls.ts';
import { hrefOf } from '../route.ts';
import { Empty } from './Empty.tsx';

const words = {
  request: ['You cannot ask for changes here.', 'Requesters, implementers and change managers ask for changes.'],
  window: ['You cannot draw windows here.', 'Business owners, service owners and change managers draw windows.'],
  import: ['You cannot import here.', 'Requesters, implementers and change managers bring in what was changed before.'],
} as const;

interface NotOfferedProps {
  readonly me: Pick<MeView, 'isMember'>;
  readonly what: keyof typeof words;
}

/** In the place of a form that nobody would count: who writes it, and how one becomes one of them. */
export function NotOffered({ me, what }: NotOfferedProps) {
  const [title, who] = words[what];
  return (
    <Empty
      title={title}
      action={<a href={hrefOf('people')}>{me.isMember ? 'People and roles' : 'Ask to be let in'}</a>}
    >
      {who} {me.isMember ? 'An admin gives roles.' : 'You are not on this board yet; you read all of it.'}
    </Empty>
  );
}
