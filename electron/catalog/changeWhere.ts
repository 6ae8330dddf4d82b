import type { ChangeFilter } from '../../shared/api/filter.ts';
import { bands, lifecycleStates } from '../../shared/record/words.ts';

export interface Where {
  /** Conditions on `change`, joined by AND; `TRUE` when nothing is asked. */
  readonly sql: string;
  readonly given: Readonly<Record<string, string | number>>;
}

const MINE = {
  waiting: 'n IN (SELECT n FROM change_waiting WHERE person = @me)',
  requested: 'requester = @me',
  implementing: 'implementer = @me',
};

/** The condition for a filter, for the person who asks. Values travel as parameters, lists as JSON. */
export function changeWhere(filter: ChangeFilter, me: string): Where {
  const conditions: string[] = [];
  const given: Record<string, string | number> = {};
  const among = (name: string, list: readonly (string | number)[] | undefined, condition: string): void => {
    if (list === undefined) return;
    conditions.push(condition.replace('LIST', `(SELECT value FROM json_each(@${name}))`));
    given[name] = JSON.stringify(list);
  };
  among(
    'states',
    filter.states?.map((state) => lifecycleStates.indexOf(state)),
    'state IN LIST',
  );
  among(
    'bands',
    filter.bands?.map((band) => bands.indexOf(band)),
    'band IN LIST',
  );
  among('types', filter.types, 'type IN LIST');
  among('categories', filter.categories, 'category IN LIST');
  among('environments', filter.environments, 'environment IN LIST');
  among('sites', filter.sites, 'n IN (SELECT n FROM change_site WHERE site IN LIST)');
  among('services', filter.services, 'n IN (SELECT n FROM change_service WHERE service IN LIST)');
  if (filter.imported !== undefined) {
    conditions.push('imported = @imported');
    given['imported'] = Number(filter.imported);
  }
  if (filter.mine) {
    conditions.push(MINE[filter.mine]);
    given['me'] = me;
  }
  const match = searchExpression(filter.text ?? '');
  if (match !== null) {
    conditions.push('n IN (SELECT rowid FROM change_search WHERE change_search MATCH @match)');
    given['match'] = match;
  }
  return { sql: conditions.length > 0 ? conditions.join(' AND ') : 'TRUE', given };
}

/** Every word that was typed, each as the beginning of a word; null when no word was typed. */
function searchExpression(text: string): string | null {
  const typed = text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return typed.length > 0 ? typed.map((word) => `"${word}"*`).join(' ') : null;
}
