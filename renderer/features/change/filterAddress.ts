import { sortKeys } from '../../../shared/api/changeCalls.ts';
import type { ChangeFilter } from '../../../shared/api/filter.ts';
import { bands, categories, changeTypes, environments, lifecycleStates } from '../../../shared/record/words.ts';
import { SHORT_NAME } from '../../../shared/shortName.ts';
import { listIn, type RouteQuery } from '../../route.ts';

export type SortKey = (typeof sortKeys)[number];
export interface Sort {
  readonly by: SortKey;
  readonly descending: boolean;
}
const mineWords = ['waiting', 'requested', 'implementing'] as const;
const firstSort: Sort = { by: 'start', descending: true };

/** Which filter does an address ask for? Words that are not of the trade are left out. */
export function filterIn(query: URLSearchParams): ChangeFilter {
  const words = <T extends string>(name: string, allowed: readonly T[]) => {
    const chosen = allowed.filter((word) => listIn(query, name).includes(word));
    return chosen.length > 0 ? { [name]: chosen } : {};
  };
  const ids = (name: string) => {
    const chosen = listIn(query, name).filter((id) => SHORT_NAME.test(id));
    return chosen.length > 0 ? { [name]: chosen } : {};
  };
  const mine = mineWords.find((word) => word === query.get('mine'));
  const text = query.get('text')?.slice(0, 200);
  const imported = query.get('imported');
  return {
    ...(text && { text }),
    ...words('states', lifecycleStates),
    ...words('bands', bands),
    ...words('types', changeTypes),
    ...words('categories', categories),
    ...words('environments', environments),
    ...ids('sites'),
    ...ids('services'),
    ...(mine && { mine }),
    ...((imported === 'yes' || imported === 'no') && { imported: imported === 'yes' }),
  };
}

/** Which order does an address ask for? Latest start first when it asks for none. */
export function sortIn(query: URLSearchParams): Sort {
  const asked = query.get('sort') ?? '';
  const by = sortKeys.find((key) => key === asked.replace(/^-/, ''));
  return by ? { by, descending: asked.startsWith('-') } : firstSort;
}

/** The address of a filter and an order. */
export function queryOf({ imported, ...filter }: ChangeFilter, sort: Sort): RouteQuery {
  const isFirst = sort.by === firstSort.by && sort.descending === firstSort.descending;
  return {
    ...filter,
    imported: imported === undefined ? undefined : imported ? 'yes' : 'no',
    sort: isFirst ? undefined : `${sort.descending ? '-' : ''}${sort.by}`,
  };
}
