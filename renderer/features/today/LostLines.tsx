import { Hash } from 'lucide-react';
import { legibleLine } from '../../../shared/audit/legible.ts';
import type { LostChange } from '../../../shared/api/calendarCalls.ts';
import { useAsked } from '../../api/useAsked.ts';
import { useCommand } from '../../api/useCommand.ts';
import { hrefOf, navigate } from '../../route.ts';
import { Button } from '../../ui/Button.tsx';
import { Problem } from '../../ui/Problem.tsx';

/** Changes that the reader asked for, that stand nowhere, and that only the reader can ask for again. */
export function LostLines(props: {
  readonly lost: readonly LostChange[];
  /** They may have lost that role since. */
  readonly mayRequest: boolean;
}) {
  const { lost, mayRequest } = props;
  const drafts = useAsked('drafts.list', {});
  const dismiss = useCommand('today.dismissLost');
  const writeAgain = useCommand('today.writeLostAgain');
  // The form looks for the draft in the list.
  const open = async (draft: string) => {
    await drafts.refetch();
    navigate(hrefOf('new-change', null, { draft }));
  };
  if (lost.length === 0) return null;
  const error = dismiss.error ?? writeAgain.error;
  return (
    <ul className="tg-renumbered" aria-label="Changes without a number">
      {lost.map(({ request, from, title, keyLabel, key }) => (
        <li key={request}>
          <Hash size={16} aria-hidden />
          <span>
            Another change had the number <span className="tg-mono">{from}</span> first, so that yours, “
            {legibleLine(title)}”, is not on the board. {keyWords(keyLabel, key)}
          </span>
          {mayRequest && (
            <Button
              size="small"
              isDisabled={writeAgain.isPending}
              onPress={() => writeAgain.mutate({ request }, { onSuccess: ({ draft }) => void open(draft) })}
            >
              Write it again…
            </Button>
          )}
          <Button size="small" kind="quiet" isDisabled={dismiss.isPending} onPress={() => dismiss.mutate({ request })}>
            Let it go
          </Button>
        </li>
      ))}
      {error && <Problem error={error} compact />}
    </ul>
  );
}

function keyWords(label: string | null, which: LostChange['key']): string {
  const key = label === null ? 'a key of yours' : `your key “${legibleLine(label)}”`;
  switch (which) {
    case 'gone':
      return `It was signed with ${key}, which speaks for you no more, so nothing is done by itself: ask for it again with its text, or let it go.`;
    case 'elsewhere':
      return `It was signed with ${key}. The device with that key gives it a new number with its next sync; if you have the device no more, ask for it again here.`;
    case 'silent':
      return `It was signed with ${key}, which did not sign when it was to get a new number. That is tried again every hour; if the key is lost, ask for it again.`;
  }
}
