import { useIsFetching } from '@tanstack/react-query';
import type { QueryName } from '../../shared/api/contract.ts';

/** Is an answer to one of these queries under way, whoever asked for it? */
export function useReading(names: readonly QueryName[]): boolean {
  return useIsFetching({ predicate: ({ queryKey: [name] }) => names.some((asked) => asked === name) }) > 0;
}
