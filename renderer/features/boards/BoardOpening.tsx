import { useAsked } from '../../api/useAsked.ts';
import { Loading } from '../../ui/Loading.tsx';
import './boards.css';
import { OpeningLine } from './OpeningLine.tsx';

/** Stands in place of everything until the board of the last run is open: said only where that takes long. */
export function BoardOpening() {
  const { data: opening } = useAsked('boards.opening', {});
  if (!opening || opening.step === '') return <Loading what="the board" rows={0} />;
  return (
    <main className="tg-boards-trouble tg-boards-opening">
      <h1>Opening {opening.title}</h1>
      <OpeningLine />
      <p className="tg-quiet">
        After an update, and where a board is new, its index is made from the record. That happens once; nothing you
        signed is touched.
      </p>
    </main>
  );
}
