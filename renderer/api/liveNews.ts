import type { QueryClient } from '@tanstack/react-query';
import { outdatedBy, type QueryName } from '../../shared/api/contract.ts';
import type { Listen } from './transport.ts';

/** Asks again for what the news outdates; what is on screen first, the rest when it is next shown. */
export function followNews(queries: QueryClient, listen: Listen): () => void {
  return listen(({ kinds }) => {
    void queries.invalidateQueries({
      predicate: ({ queryKey }) => {
        const causes = outdatedBy[queryKey[0] as QueryName]; // keys are made in useAsked alone
        return causes?.some((cause) => kinds.includes(cause)) ?? false;
      },
    });
  });
}
