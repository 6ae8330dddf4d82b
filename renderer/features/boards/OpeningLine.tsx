import { useAsked } from '../../api/useAsked.ts';
import { Loading } from '../../ui/Loading.tsx';
import { ProgressLine } from '../../ui/ProgressLine.tsx';

/** How far the board is that is being opened; unseen when that is quick. */
export function OpeningLine() {
  const { data: opening } = useAsked('boards.opening', {});
  if (!opening || opening.step === '') return <Loading what="the board" rows={2} />;
  const { step, done, total } = opening;
  const words = total > 0 ? `${done.toLocaleString('en')} of ${total.toLocaleString('en')}` : '';
  return <ProgressLine title={step} words={words} done={done} total={total} />;
}
