import type { ChangePreview } from '../../../../shared/api/changeCalls.ts';
import { countWords } from '../../../ui/spanWords.ts';
import { fieldName } from '../detail/fieldWords.ts';
import { goToField } from './fieldIds.ts';

/** What still keeps the change from being submitted; each leads to its field. */
export function Unfinished({ unfinished }: { readonly unfinished: ChangePreview['unfinished'] }) {
  if (unfinished.length === 0) {
    return <p className="tg-live-ready">Everything that is asked for is written.</p>;
  }
  return (
    <section aria-label="Still to write" className="tg-live-part">
      <div className="tg-section-head">
        <h2>{countWords(unfinished.length, 'field')} still to write</h2>
      </div>
      <ul className="tg-unfinished">
        {unfinished.map(({ field, problem }) => (
          <li key={`${field} ${problem}`}>
            <button type="button" className="tg-link" title={problem} onClick={() => goToField(field)}>
              {fieldName(field)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
