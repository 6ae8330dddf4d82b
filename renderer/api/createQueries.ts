import { QueryClient } from '@tanstack/react-query';

/** The host is on this machine and says what is outdated: no polling, no retry, no guess about the network. */
export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', staleTime: Infinity, retry: false, refetchOnWindowFocus: false },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
