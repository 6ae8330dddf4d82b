import type { UseQueryResult } from '@tanstack/react-query';
import type { SuggestedDraft } from '../../../shared/api/suggestionCalls.ts';
import { suggestionIds } from '../../../shared/suggest/suggestion.ts';
import { useAsked } from '../../api/useAsked.ts';

export interface AskedDraft {
  /** The address names a ready-made window. */
  readonly isWanted: boolean;
  readonly draft: SuggestedDraft | null;
  readonly asked: UseQueryResult<SuggestedDraft>;
}

/** What stands behind these words of the address is where it is, not what was changed of the suggestion. */
const placed = new Set(['edit', 'suggestion', 'country', 'region', 'zone', 'sites']);

/** The ready-made window that the address names, made for its country: `?suggestion=black-friday&country=FR&time=18:00`. */
export function useSuggestedDraft(query: URLSearchParams): AskedDraft {
  const id = suggestionIds.find((name) => name === query.get('suggestion'));
  const values = Object.fromEntries([...query].filter(([name]) => !placed.has(name)));
  const sites = query.get('sites')?.split(',').filter(Boolean) ?? [];
  const asked = useAsked(
    'suggestions.draft',
    {
      id: id ?? suggestionIds[0],
      country: query.get('country') || null,
      region: query.get('region') || null,
      zone: query.get('zone') || null,
      sites: sites.length > 0 ? sites : null,
      ...(Object.keys(values).length > 0 && { values }),
    },
    { enabled: id !== undefined },
  );
  return { isWanted: id !== undefined, draft: (id && asked.data) ?? null, asked };
}
