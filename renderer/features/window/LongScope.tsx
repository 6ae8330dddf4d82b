import { dimensionNames, type DimensionName, type Scope } from '../../../shared/record/body/windowBody.ts';
import { useCatalogue, type Names } from '../../api/useCatalogue.ts';
import { categoryWords, environmentWords } from '../../ui/tradeWords.ts';
import { dimensionWords } from './windowWords.ts';

/** The sentence of a scope names so many of one kind in full. */
const SAID = 6;

/** What a scope's sentence leaves at "and 3 more", by name: nobody signs what is not shown. */
export function LongScope({ scope }: { readonly scope: Scope }) {
  const names = useCatalogue();
  const { except = {} } = scope;
  const lists = [
    { lead: '', given: scope },
    { lead: 'Except ', given: except },
  ].flatMap(({ lead, given }) =>
    dimensionNames.flatMap((name) => {
      const ids: readonly string[] = given[name] ?? [];
      return ids.length > SAID ? [{ name, lead, ids }] : [];
    }),
  );
  if (lists.length === 0) return null;
  return (
    <div className="tg-stack">
      {lists.map(({ name, lead, ids }) => (
        <p key={`${lead}${name}`} className="tg-prose">
          <strong>
            {lead === '' ? dimensionWords[name].many : `${lead}${dimensionWords[name].many.toLowerCase()}`} (
            {ids.length}):
          </strong>{' '}
          {ids.map((id) => nameIn(names, name, id)).join(', ')}
        </p>
      ))}
    </div>
  );
}

function nameIn(names: Names, dimension: DimensionName, id: string): string {
  if (dimension === 'sites') return names.site(id);
  if (dimension === 'services' || dimension === 'processes') return names.service(id);
  const words: Readonly<Record<string, string>> = { ...categoryWords, ...environmentWords };
  return dimension === 'tenants' ? id : (words[id] ?? id);
}
