import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Input, Output, QueryName } from '../../shared/api/contract.ts';
import { useAsk } from './AskContext.ts';

export interface AskedOptions {
  /** The last answer stays on screen while the next one is read: for typing, scrolling, dragging. */
  readonly keepPrevious?: boolean;
  /** False: not asked yet. */
  readonly enabled?: boolean;
}

/** Reads one query of the contract. The key is the call itself, so that news can name what it outdates. */
export function useAsked<N extends QueryName>(
  name: N,
  input: Input<N>,
  { keepPrevious = false, enabled = true }: AskedOptions = {},
): UseQueryResult<Output<N>> {
  const ask = useAsk();
  return useQuery<Output<N>>({
    queryKey: [name, input],
    queryFn: () => ask(name, input),
    enabled,
    ...(keepPrevious && { placeholderData: keepPreviousData as never }), // its type does not see through Output<N>
  });
}
