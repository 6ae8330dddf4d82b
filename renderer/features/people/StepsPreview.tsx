import { TidegateError } from '../../../shared/errors.ts';
import type { RosterPreview } from '../../../shared/api/peopleCalls.ts';
import type { RosterEdit } from '../../../shared/people/rosterEdit.ts';
import type { Member } from '../../../shared/record/body/rosterBody.ts';
import { useCatalogue } from '../../api/useCatalogue.ts';
import { LongList } from '../../ui/LongList.tsx';
import { problemSentence } from '../../ui/Problem.tsx';
import { countWords } from '../../ui/spanWords.ts';
import { roleWords } from '../../ui/tradeWords.ts';
import { kindCount, kindName, stepWords, timeWords } from './peopleWords.ts';

/** What these steps do, each a sentence. */
export function StepsList({
  steps,
  members,
}: {
  readonly steps: readonly RosterEdit[];
  readonly members: readonly Member[];
}) {
  const names = useCatalogue();
  const named = [
    ...members,
    ...steps.flatMap((step) => (step.edit === 'add-person' ? [{ ...step, keys: [], roles: [] }] : [])),
  ];
  return (
    <LongList className="tg-people-steps" items={steps.map((step, n) => ({ step, n }))}>
      {({ step, n }) => <li key={n}>{stepWords(step, names, named)}</li>}
    </LongList>
  );
}

/** What the steps would do, in numbers, before they are signed. */
export function StepsEffect({ preview }: { readonly preview: RosterPreview }) {
  const { problem, further, others, stops, unheld, waiting } = preview;
  if (problem) {
    const fact = problem.code === 'input-rejected' ? ` (${String(problem.facts['problem'] ?? '')})` : '';
    return (
      <p className="tg-people-note" data-tone="danger" role="alert">
        {problemSentence(new TidegateError(problem.code, problem.facts))}
        {fact}
      </p>
    );
  }
  return (
    <>
      <Stops stops={stops} />
      {unheld.length > 0 && (
        <p className="tg-people-note" data-tone="warn">
          Nobody would be {unheld.map((role) => roleWords[role]).join(', ')} any more.
        </p>
      )}
      <p className="tg-quiet">
        {further === 0
          ? 'It counts from your signature on.'
          : `It counts once ${countWords(further, 'other admin')} has signed as well: ${others.join(', ')}.`}
        {waiting > 0 &&
          ` ${countWords(waiting, 'revision')} of the roster already ${waiting === 1 ? 'waits' : 'wait'}: whichever is complete first makes the others void, and their authors sign again.`}
      </p>
    </>
  );
}

function Stops({ stops }: { readonly stops: RosterPreview['stops'] }) {
  if (stops.total === 0) return <p>Nothing that counts now would stop counting.</p>;
  const kinds = Object.entries(stops.byKind).map(([kind, count]) => kindCount(kind, count));
  return (
    <div className="tg-people-note" data-tone="warn">
      <p>
        <strong>{countWords(stops.total, 'record')} would stop counting</strong>: {kinds.join(', ')}
        {stops.changes > 0 && `, in ${countWords(stops.changes, 'change')}`}.
        {stops.unsent > 0 && ` ${stops.unsent} of them are not sent yet.`}
      </p>
      <LongList className="tg-people-stops" items={stops.rows}>
        {({ path, kind, subject, at }) => (
          <li key={path}>
            <span className="tg-clip">
              {kindName(kind)} {subject !== null && <span className="tg-mono">{subject}</span>}
            </span>
            <span className="tg-quiet">{timeWords(at)}</span>
          </li>
        )}
      </LongList>
      {stops.rows.length < stops.total && <p className="tg-quiet">The newest {stops.rows.length} are listed.</p>}
    </div>
  );
}
