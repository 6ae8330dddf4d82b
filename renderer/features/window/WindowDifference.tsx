import type { WindowDetail, WindowDraft } from '../../../shared/api/windowCalls.ts';
import { useAsked } from '../../api/useAsked.ts';
import { effectWords } from '../../ui/tradeWords.ts';
import { scheduleWords } from '../../../shared/view/scheduleWords.ts';
import { clockWords } from './windowWords.ts';
import { legible } from '../../../shared/audit/legible.ts';

interface WindowDifferenceProps {
  readonly window: string;
  readonly draft: WindowDraft;
  readonly sentence: string;
}

/** What this revision changes of the window as it stands, line by line; nothing for a part that stays. */
export function WindowDifference({ window, draft, sentence }: WindowDifferenceProps) {
  const standing = useAsked('windows.read', { window });
  if (!standing.data) return null;
  const lines = differencesOf(standing.data, draft, sentence).filter(({ before, after }) => before !== after);
  if (lines.length === 0) return <p className="tg-quiet">Nothing differs from the window as it stands.</p>;
  return (
    <section aria-label="What differs from the window as it stands">
      <p className="tg-label">What differs from the window as it stands</p>
      <ul className="tg-differences">
        {lines.map(({ name, before, after }) => (
          <li key={name}>
            <p className="tg-label">{name}</p>
            {before !== '' && <del>{legible(before)}</del>}
            {after !== '' && <ins>{legible(after)}</ins>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function differencesOf({ body, row }: WindowDetail, draft: WindowDraft, sentence: string) {
  return [
    { name: 'Title', before: body.title, after: draft.title },
    { name: 'Effect', before: effectWords[body.effect], after: effectWords[draft.effect] },
    { name: 'What it covers', before: row.sentence, after: sentence },
    { name: 'Reaches', before: reachWords[body.reach], after: reachWords[draft.reach] },
    { name: 'When', before: scheduleWords(body.schedule), after: scheduleWords(draft.schedule) },
    { name: 'By the clock of', before: clockWords(body.zone), after: clockWords(draft.zone) },
    { name: 'Why', before: body.reason, after: draft.reason },
    { name: 'Owner', before: body.owner, after: draft.owner },
    { name: 'Running work', before: edgeWords[body.edge], after: edgeWords[draft.edge] },
    { name: 'Outside of it', before: outsideWords(body.closedOutside), after: outsideWords(draft.closedOutside) },
  ];
}

const reachWords = { direct: 'Only work on what it covers', feeders: 'Also work on what it depends on' };
const edgeWords = { finish: 'May finish', 'stop-at-next-stage': 'Stops at the next stage' };

function outsideWords(isClosed: boolean): string {
  return isClosed ? 'Work is closed' : 'Nothing is closed';
}
