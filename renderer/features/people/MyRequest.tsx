import { useAsked } from '../../api/useAsked.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyId } from '../../ui/CopyId.tsx';
import { SixWords } from './SixWords.tsx';
import { shortKey, timeWords } from './peopleWords.ts';

/** While a key of this desk asks to be let in: the six words to read out, and where it stands. */
export function MyRequest({ onAgain }: { readonly onAgain: () => void }) {
  const mine = useAsked('people.myKeys', {});
  const asking = mine.data?.keys.filter(({ askedAt, person }) => askedAt !== null && person === null) ?? [];
  return asking.map((key) => (
    <section key={key.fingerprint} className="tg-people-mine" aria-label="Your request">
      <div className="tg-stack">
        <h2 className="tg-heading">You asked to be let in</h2>
        <p>
          Call an admin and read these six words out. They compare them with the words of the key that reached the
          board; when they agree, they let it in.
        </p>
        <SixWords words={key.words} />
        <p className="tg-quiet">
          Key <CopyId text={key.fingerprint} shown={shortKey(key.fingerprint)} label="Copy your key’s fingerprint" />
          {' · '}asked {timeWords(key.askedAt ?? 0)}
          {key.unsent ? '. The request is kept here and not sent yet.' : '.'}
        </p>
      </div>
      <Button kind="quiet" onPress={onAgain}>
        Ask again…
      </Button>
    </section>
  ));
}
