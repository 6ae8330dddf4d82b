import type { DraftView } from '../../../../shared/api/changeCalls.ts';
import { hrefOf } from '../../../route.ts';
import type { KeptDraft } from './useDraft.ts';
import { legibleLine } from '../../../../shared/audit/legible.ts';

const words = {
  untouched: 'What you write is kept on this machine as a draft.',
  writing: 'Keeping the draft…',
  kept: 'Draft kept here.',
  'not-kept': 'The draft could not be kept; it is only in this page.',
} satisfies Record<KeptDraft['standing'], string>;

interface DraftStandingProps {
  readonly standing: KeptDraft['standing'];
  readonly others: readonly DraftView[];
}

/** Whether the draft is safe, and which others wait to be finished. */
export function DraftStanding({ standing, others }: DraftStandingProps) {
  const [latest] = others.toSorted((a, b) => b.editedAt - a.editedAt);
  return (
    <>
      <output>{words[standing]}</output>
      {latest && (
        <>
          {' '}
          <a href={hrefOf('new-change', null, { draft: latest.draft })}>
            Go on with {latest.body.title ? `“${legibleLine(latest.body.title)}”` : 'a draft that has no title yet'}
          </a>
          {others.length > 1 && <span className="tg-quiet"> and {others.length - 1} more</span>}
        </>
      )}
    </>
  );
}
