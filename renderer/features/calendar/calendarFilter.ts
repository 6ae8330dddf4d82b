import { changeFilter, type ChangeFilter } from '../../../shared/api/filter.ts';
import { listIn, type RouteQuery } from '../../route.ts';

const lists = ['states', 'bands', 'types', 'categories', 'environments', 'sites', 'services'] as const;

/** Which changes the address asks for; what it says wrongly is left out, never guessed. */
export function filterIn(query: URLSearchParams): ChangeFilter {
  const read: Record<string, unknown> = {};
  for (const name of lists) {
    const values = listIn(query, name);
    const one = { [name]: values };
    if (values.length > 0 && changeFilter.safeParse(one).success) read[name] = values;
  }
  for (const name of ['text', 'mine']) {
    const value = query.get(name);
    if (value && changeFilter.safeParse({ [name]: value }).success) read[name] = value;
  }
  return changeFilter.parse(read);
}

/** The part of an address that says the same. */
export function filterQuery(filter: ChangeFilter): RouteQuery {
  const { text, mine } = filter;
  return { ...Object.fromEntries(lists.map((name) => [name, filter[name]])), text, mine };
}

/** How many dimensions narrow the view. */
export function narrowings(filter: ChangeFilter): number {
  return Object.values(filter).filter((value) => value !== undefined).length;
}

/** The filter with one of its lists replaced; an empty list narrows nothing. */
export function withList(filter: ChangeFilter, name: keyof ChangeFilter, values: readonly string[]): ChangeFilter {
  const { [name]: _before, ...rest } = filter;
  return values.length === 0 ? rest : { ...rest, [name]: values };
}
