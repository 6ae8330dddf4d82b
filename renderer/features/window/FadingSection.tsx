import type { WindowDetail } from '../../../shared/api/windowCalls.ts';
import { scheduleWords } from '../../../shared/view/scheduleWords.ts';
import { useCommand } from '../../api/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { PlaceTime } from '../../ui/PlaceTime.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { readerZone } from '../../ui/readerZone.ts';
import { needWords } from './needWords.ts';
import { useUndoToast } from './useUndoToast.ts';
import { clockWords } from './windowWords.ts';

/** The earlier texts of a window that still hold beside the present one, and the signature that would end that. */
export function FadingSection({ detail }: { readonly detail: WindowDetail }) {
  const agree = useCommand('windows.agree');
  const toast = useUndoToast();
  const { fading, fadingNeeds, agreement, row } = detail;
  if (fading.length === 0) return null;
  const apply = async (digest: string) => {
    const { row: unsent } = await agree.mutateAsync({ window: row.window, digest });
    toast(`You agreed to loosen ${row.title} now.`, unsent);
  };
  return (
    <section className="tg-loosening" aria-label="Earlier text that still holds">
      <div className="tg-section-head">
        <h2>Earlier text that still holds</h2>
      </div>
      <p>It was loosened less than 48 hours ago. Until its earlier text runs out, both hold.</p>
      <ul className="tg-stack">
        {fading.map(({ until, sentence, body }) => (
          <li key={`${String(until)} ${sentence} ${body.title}`}>
            <p className="tg-loosening-text">{sentence}</p>
            <p>
              {scheduleWords(body.schedule)}, by {clockWords(body.zone)}. Until{' '}
              <PlaceTime at={until} zone={body.zone === 'site' ? readerZone : body.zone} />.
            </p>
          </li>
        ))}
      </ul>
      {fadingNeeds.length > 0 && <p>It ends at once when {needWords(fadingNeeds)}.</p>}
      {agreement?.to === 'loosen' && (
        <p>
          <Button
            kind="primary"
            isDisabled={agree.isPending}
            onPress={() => void apply(agreement.digest).catch(() => undefined)}
          >
            Agree to loosen now
          </Button>
        </p>
      )}
      {agree.error && <Problem compact error={agree.error} />}
    </section>
  );
}
